### What went wrong with a deniable roll.

roll-no-key = roll { $roll } has no key yet
    .hint = `dobush commission begin-roll-key` starts its ceremony; every trustee's duty program must run
roll-key-malformed = the key of roll { $roll }: { $error }
roll-not-deniable = roll { $roll } is not a deniable roll of this chain
    .hint = `dobush commission open-roll` makes a roll deniable before anybody is on it
roll-expired = roll { $roll } has served all the elections it may
    .hint = everybody is enrolled anew on the next roll
roll-no-booth = { $account } is not a booth of roll { $roll }
    .hint = the commission appoints it: dobush commission appoint-booth { $roll } { $account }
roll-no-printer = { $account } is not a printer of roll { $roll }
    .hint = the commission appoints it: dobush commission appoint-printer { $roll } { $account }

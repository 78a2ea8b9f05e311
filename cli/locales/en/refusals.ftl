### Why a transaction is refused before it enters the pool: what happened, and what to do next.

refusal-not-admitted = This account is not enrolled, appointed or a validator on this chain, so nothing it sends is accepted.
    .hint = `dobush key show FILE` prints the address that must be enrolled or appointed
refusal-not-your-call = The role of this account does not include this call.
refusal-over-quota = This account has used up its quota of transactions for now. Wait for the next period.
    .hint = a period lasts 600 blocks, an hour at 6 seconds; if honest work needs more, tell the operators
refusal-nonce-ahead = An earlier transaction of this account is still pending. Wait until it is in a block.
    .hint = wait for the next block and try again
refusal-upgrade-during-election = An election is between the closing of its roll and its certificate. Apply the upgrade afterwards.
refusal-unknown-election = There is no election with this number.
    .hint = `dobush observer status` lists the elections
refusal-not-receiving = The polls of this election are not open.
    .hint = `dobush observer status` shows when the polls open and close
refusal-not-eligible = This credential is not on the roll that this election uses, or it was struck off before the roll closed.
    .hint = `dobush observer status` shows when the roll has closed: a credential that came on it later serves later elections
refusal-wrong-contests = The ballot must have exactly one entry for each contest of the voter's ballot style; in a deniable election one for each table slot of these contests.
refusal-no-ballots-left = This credential has cast as many ballots as the election allows; the last one counts.
refusal-undecodable = The ballot's ciphertext is malformed. Encrypt the selection again.
refusal-proof-rejected = The proof does not hold for this election, contest and credential. Encrypt the ballot again; one made for another cannot be moved.
refusal-grace-first-ballots-only = The polls have closed; only first ballots on their way are still received.
refusal-sent-after-closing = The polls have closed and this ballot was made afterwards.
refusal-immortal-ballot = A ballot must be a mortal transaction. Sign it with an era of at most 64 blocks.
refusal-wrong-kind = This election takes the other kind of ballot: `cast` where the roll holds the credentials, `cast_deniable` where it holds encryptions of them.
refusal-membership-size = A membership proof of the ballot was not made for the table of its contest and slot. Make it from the election's definition.
refusal-too-long = The transaction is longer than its ballot needs. Send the ballot alone, as this chain's client makes it.
    .hint = use the client that came with the runtime

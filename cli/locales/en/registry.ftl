### What went wrong with pseudonyms and statements of the civil registry.

registry-no-national-number = this is no national identity number
    .hint = 4 to 24 digits and Latin letters, as printed in the passport
registry-no-pseudonym = `{ $text }` is no pseudonym: it must have 64 hexadecimal digits
    .hint = `dobush registry pseudonym` prints it for a person
registry-no-genesis = `{ $text }` is not the hash of a genesis block: it must have 64 hexadecimal digits
    .hint = it is the `genesis` in the file of validators that the commission publishes
registry-no-statement = this is no statement of a registry, or it is damaged
    .hint = scan it once more
registry-other-chain = this statement belongs to another chain
registry-other-registry = this statement is not of the registry that the chain knows
registry-not-signed = the registry has not signed this statement
registry-has-part = { $file } has a part of this roll's key already
    .hint = a roll has one key of pseudonyms; another key needs another, empty roll
registry-lacks-part = beside { $file } lies no part of the key of roll { $roll }
    .hint = `dobush registry new-key` makes the parts; compare --chain and --roll
registry-part-count = a key is split into 2 to { $most } parts
registry-no-parts = there are no parts of a key
registry-mixed-parts = these parts belong to different keys
    .hint = take the parts of one roll only
registry-part-missing = part { $number } of { $count } of the key is missing
registry-part-twice = a part of the key was given twice
registry-part-damaged = a part of the key is damaged
    .hint = use that official's backup
registry-key-length = this key has a length that HMAC does not take

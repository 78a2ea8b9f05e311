### What went wrong with a booth.

booth-no-unit = roll { $roll } has no unit { $unit }
    .hint = its units are 0 to { $last }
booth-visits-exhausted = this booth has counted all visits it can
booth-batch-full = a batch has at most { $most } keys
    .hint = activate it first
booth-too-many-decoys = a batch has at most { $most } keys, and { $waiting } wait already
    .hint = --decoys { $decoys } at most
booth-batch-size = a batch of this roll cannot be filled to { $size } keys
    .hint = it has { $least } to { $most }
booth-batch-too-small = { $keys } keys do not fit into a batch of { $size }, decoys among them
    .hint = fill to more, and say so to the booths of this unit: batches of one size are alike
booth-unproven = the batch cannot be proven: { $error }
booth-nothing-waits = nothing waits for a batch
booth-too-few-decoys = unit { $unit } has { $usable } decoys that may cast in election { $election }; { $needed } are needed, so that any number of them may cast
    .hint = add decoys to batches with `dobush booth batch --decoys` before a roll closes; without them this unit has no cover in this election: tell the commission
booth-polls-not-open = the polls of election { $election } are not open
    .hint = start it when they open, { $moment }
booth-polls-over = the polls of election { $election } are over
    .hint = decoys that have not begun to cast give no cover in this election; tell the commission
booth-served-nobody = this booth has served nobody on roll { $roll }
    .hint = decoys are made with `dobush booth batch --decoys`

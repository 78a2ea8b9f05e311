### What went wrong with envelopes for a booth.

envelopes-of-other-booth = an envelope of this file is registered for another booth
    .hint = give the booth that the envelopes were printed for
envelopes-read = cannot read { $file }: { $error }
envelopes-no-hash = line { $line } of the file of hashes is no hash
    .hint = give the `envelope-hashes.txt` that `dobush envelopes print` has written
envelopes-twice = an envelope stands twice in the file of hashes
    .hint = take the copy out

### What went wrong with the pinned validators, or with state that is read with proofs.

trust-read = cannot read the pin { $file }: { $error }
    .hint = give the file that the commission publishes, or leave --pin out
trust-no-pin = the pin { $file } cannot be read: { $error }
    .hint = get it again from where the commission publishes it
trust-write = cannot write { $file }: { $error }
trust-no-folder = there is no place to remember things
    .hint = set DOBUSH_STATE to a folder
trust-block-unknown = { $url } does not know block { $block }, which is final
    .hint = its node is behind or on its own; use another relay

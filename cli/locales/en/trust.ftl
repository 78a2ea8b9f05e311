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
trust-other-chain = this is another chain: its genesis is { $found }, and the pin { $file } is of the chain { $expected }
    .hint = check --node; if it leads to the right chain, remove { $file }
trust-other-chain-given = this is another chain: its genesis is { $found }, and the pin { $file } is of the chain { $expected }
    .hint = check --node; or give the pin that is published for this chain
trust-behind = the pin { $file } knows set { $pinned } of the validators, and the node is at set { $node }, block { $block }: it follows a chain that was begun anew, as `dobush-node --dev --tmp` does, or it is behind
    .hint = if the chain was begun anew, remove { $file }; otherwise wait for the node, or name another with --node
trust-behind-given = the pin { $file } knows set { $pinned } of the validators, and the node is at set { $node }, block { $block }: it follows a chain that was begun anew, as `dobush-node --dev --tmp` does, or it is behind
    .hint = if the chain was begun anew, remove { $file } and give a pin of the new chain; otherwise wait for the node, or name another with --node
trust-not-kept = the way from the pin { $file } to the newest block cannot be proven at this node: it does not keep how set { $set } of the validators ended
    .hint = name another node with --node, or give the newest pin that the commission publishes
trust-not-proven = the proof does not hold under the pin { $file } (set { $set } of the validators): { $fault }
    .hint = do not trust this node; name another with --node, and compare the validators' keys in that file with the commission's publication

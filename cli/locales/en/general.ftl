### What every command prints around its sentences.

error = error: { $sentence }
hint = hint: { $sentence }
# After a question; the answers are the letters before the bar.
yes-or-no = [y/N]

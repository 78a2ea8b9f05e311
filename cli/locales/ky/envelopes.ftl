### Эне тилинде сүйлөгөн адам текшере элек.

envelopes-of-other-booth = бул файлдын конверттеринин бири башка кабинага катталган
    .hint = конверттер басылган кабинаны көрсөтүңүз
envelopes-read = { $file } файлын окуу мүмкүн эмес: { $error }
envelopes-no-hash = хештер файлынын { $line }-сабы хеш эмес
    .hint = `dobush envelopes print` жазган `envelope-hashes.txt` файлын көрсөтүңүз
envelopes-twice = хештер файлында бир конверт эки жолу турат
    .hint = кайталанганын алып салыңыз

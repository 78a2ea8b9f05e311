### Не проверено носителем языка.

envelopes-of-other-booth = один из конвертов этого файла записан за другой кабиной
    .hint = укажите кабину, для которой напечатаны конверты
envelopes-read = { $file } не читается: { $error }
envelopes-no-hash = строка { $line } файла хешей — не хеш
    .hint = укажите `envelope-hashes.txt`, который записала команда `dobush envelopes print`
envelopes-twice = один конверт стоит в файле хешей дважды
    .hint = уберите повтор

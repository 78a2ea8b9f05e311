### Не проверено носителем языка.

roll-no-key = у списка { $roll } ещё нет ключа
    .hint = процедуру создания ключа начинает `dobush commission begin-roll-key`; у каждого хранителя ключа должна работать его программа
roll-key-malformed = ключ списка { $roll }: { $error }
roll-not-deniable = список { $roll } этой цепочки — не отрицаемый
    .hint = `dobush commission open-roll` делает список отрицаемым, пока в нём никого нет
roll-expired = список { $roll } отслужил все выборы, какие может
    .hint = в следующий список всех вносят заново
roll-no-booth = { $account } — не кабина списка { $roll }
    .hint = её назначает комиссия: dobush commission appoint-booth { $roll } { $account }
roll-no-printer = { $account } не печатает конверты для списка { $roll }
    .hint = его назначает комиссия: dobush commission appoint-printer { $roll } { $account }

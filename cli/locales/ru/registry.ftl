### Не проверено носителем языка.

registry-no-national-number = это не персональный идентификационный номер
    .hint = от 4 до 24 цифр и латинских букв, как в паспорте
registry-no-pseudonym = «{ $text }» — не псевдоним: в нём должно быть 64 шестнадцатеричные цифры
    .hint = его печатает для человека команда `dobush registry pseudonym`
registry-no-genesis = «{ $text }» — не хеш начального блока: в нём должно быть 64 шестнадцатеричные цифры
    .hint = это `genesis` в файле валидаторов, который публикует комиссия
registry-no-statement = это не справка реестра, или она повреждена
    .hint = отсканируйте её ещё раз
registry-other-chain = эта справка относится к другой цепочке
registry-other-registry = эта справка не от того реестра, который знает цепочка
registry-not-signed = реестр не подписал эту справку
registry-has-part = у { $file } уже есть часть ключа этого списка
    .hint = у списка один ключ псевдонимов; для другого ключа нужен другой, пустой список
registry-lacks-part = рядом с { $file } нет части ключа списка { $roll }
    .hint = части делает `dobush registry new-key`; сверьте --chain и --roll
registry-part-count = ключ делят на части: от 2 до { $most }
registry-no-parts = частей ключа нет
registry-mixed-parts = эти части от разных ключей
    .hint = возьмите части одного списка
registry-part-missing = нет части { $number } из { $count }
registry-part-twice = часть ключа дана дважды
registry-part-damaged = часть ключа повреждена
    .hint = возьмите резервную копию этого сотрудника
registry-key-length = длина этого ключа не подходит для HMAC

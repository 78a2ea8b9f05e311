### Не проверено носителем языка.

error = ошибка: { $sentence }
hint = совет: { $sentence }
yes-or-no = [д/Н]

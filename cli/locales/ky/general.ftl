### Эне тилинде сүйлөгөн адам текшере элек.

error = ката: { $sentence }
hint = кеңеш: { $sentence }
yes-or-no = [о/Ж]

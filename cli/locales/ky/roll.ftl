### Эне тилинде сүйлөгөн адам текшере элек.

roll-no-key = { $roll } тизмесинин ачкычы али жок
    .hint = ачкыч түзүү жол-жобосун `dobush commission begin-roll-key` баштайт; ар бир ачкыч сактоочунун программасы иштеп турушу керек
roll-key-malformed = { $roll } тизмесинин ачкычы: { $error }
roll-not-deniable = { $roll } тизмеси бул чынжырдын тана алынуучу тизмеси эмес
    .hint = `dobush commission open-roll` тизмени ал бош кезинде тана алынуучу кылат
roll-expired = { $roll } тизмеси мүмкүн болгон бардык шайлоолорго колдонулуп бүттү
    .hint = кийинки тизмеге баары кайра катталат
roll-no-booth = { $account } { $roll } тизмесинин кабинасы эмес
    .hint = аны комиссия дайындайт: dobush commission appoint-booth { $roll } { $account }
roll-no-printer = { $account } { $roll } тизмесине конверт басууга дайындалган эмес
    .hint = аны комиссия дайындайт: dobush commission appoint-printer { $roll } { $account }

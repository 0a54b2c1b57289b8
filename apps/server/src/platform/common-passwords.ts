// The most common passwords of 8 characters or more, from public lists of leaked ones; what a pattern finds isn't listed.
const common = new Set(
  `
12345678 123456789 1234567890 12345678910 0123456789 987654321 87654321 9876543210 123123123 123123123a
123321123 1234567a 12344321 12341234 123454321 123456abc 1234abcd 123456aa 123456qwe 1234qwer 12345qwert
1234567890a 147258369 147852369 159357456 789456123 741852963 963852741 321654987 456789123 112233445566
11223344 1122334455 10203040 520131411 5201314520 52013145201314 1314520520 5201314a a5201314 aa123456
abc123456 a1234567 a12345678 a123456789 abcd1234 abcd123456 abcdefgh abcdefg1 abc12345 asd123456
asdf1234 asdfghjk asdfghjkl asdasdasd asdfasdf qwe123456 qwer1234 qwerqwer qwert123 qwert12345 qwerty12
qwerty123 qwerty1234 qwertyui qwertyuiop qweasdzxc qazwsxedc 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 1q2w3e4r
1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 zaq12wsx zaq1zaq1 zxcvbnm1 zxcvbnm123 zxc123456 z123456789
password password1 password12 password123 password1234 password2 passw0rd p@ssw0rd p@ssword pa$$word
pa55word p@$$w0rd password! password1! passwort passwords mypassword yourpassword newpassword changeme
changeme1 changeme123 changeit letmein1 letmein123 welcome1 welcome12 welcome123 welcome2 iloveyou
iloveyou1 iloveyou2 ilovegod loveyou1 iloveu123 woaini123 woaini520 woaini1314 woaini1314520 woaiwojia
admin123 admin1234 admin12345 admin123456 admin888 admin666 adminadmin administrator root1234 root123456
rootroot toor1234 test1234 test12345 test123456 testtest testing1 testing123 guest123 guest1234 user1234
user123456 default1 default123 master123 superman superman1 batman123 spiderman starwars starwars1
trustno1 sunshine sunshine1 princess princess1 princesa football football1 baseball baseball1 basketball
softball lacrosse hockey123 jennifer michelle jessica1 jessica123 michael1 michael123 jordan23 jordan123
charlie1 charlie123 computer computer1 internet internet1 samsung1 samsung123 whatever whatever1
corvette mercedes maverick midnight marlboro metallica mustang1 cheyenne chocolate chocolate1 butterfly
butterfly1 elephant dolphin1 diamond1 rainbow1 sweetheart lovelove lovers123 babygirl babygirl1 honey123
dragon12 dragon123 monkey12 monkey123 shadow12 shadow123 hunter12 hunter123 killer12 killer123 freedom1
freedom123 hello123 hello1234 hellohello blink182 liverpool liverpool1 arsenal1 chelsea1 barcelona
realmadrid juventus manchester fuckyou1 fuckyou2 fuckyou123 asshole1 bullshit letmeinnow secret123
secret12 topsecret security1 access14 startrek nintendo pokemon1 pokemon123 playstation minecraft
minecraft1 roblox123 google123 facebook facebook1 qq123456 qq123456789 wang1234 wang123456 zhang123
zhang123456 li123456 liu123456 yang1234 chen1234 xiaoming xiaoming123 taobao123 alibaba123 tencent123
wechat123 huawei123 xiaomi123 beijing2008 china123 china2008 zhongguo hahaha123 wocaonima woshishui
nishishui caonima123 dearbook 3rjs1la7qe g_czechout xiaoxiao 1234567q 123qweasd 123qweasdzxc qwe123qwe
qwer123456 as123456 asdfg12345 zz123456 ww123456 xx123456 lessor123 vip123456 vip12345 88888888 66668888
88886666 68686868 aaaaaa11 aaa12345 aaa123456 aaaa1111 a1b2c3d4 a1b2c3d4e5 abab1212 summer2020
summer2021 summer2022 summer2023 summer2024 summer2025 winter2020 winter2021 winter2022 winter2023
winter2024 spring2024 autumn2024 january1 november december september february
`
    .trim()
    .split(/\s+/),
)

const rows = [
  '01234567890',
  '09876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
]

/** Whether a password is among those that are tried first: a listed one, one sign or pair repeated, or a row of keys. */
export function isCommonPassword(password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase()
  return common.has(text) || /^(..?)\1+.?$/u.test(text) || rows.some((row) => row.includes(text))
}

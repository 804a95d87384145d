import { foldVietnamese } from "@/lib/text";

/** What must be left of a password once everything that is guessed first is taken away. */
const UNGUESSED = 6;

/** The parts of the world's and of Vietnam's most used passwords, and the words of this office. */
const COMMON = `
password passw0rd passcode welcome admin administrator root user guest login letmein changeme
master secret monkey dragon football baseball princess sunshine superman batman iloveyou trustno
shadow michael jordan jessica charlie ashley daniel thomas hunter killer pokemon starwars google
facebook youtube samsung iphone android windows internet computer server system security default
temp test demo hello flower lovely loveme angel freedom whatever qazwsx qwerty qwertyuiop qwert
asdfgh asdfghjkl asdf zxcvbn zxcvbnm zxcv qaz wsx edc abc abcd abcdef aaa xxx
matkhau matkhaumoi taikhoan dangnhap quantri quantrivien hethong baomat nguoidung xinchao
anhyeuem emyeuanh iuem iloveyu yeuem yeuanh tinhyeu vodoi langtu congchua hoangtu giadinh hanhphuc
conyeu mevabe bome chongyeu voyeu cuocsong vietnam hanoi saigon danang haiphong hochiminh bacho
truongsa hoangsa langson huulung huyen tinh xa thitran phuong ubnd uyban nhandan congan vanphong
vanhoa thongtin antoan anninh anninhmang antoanmang antoanthongtin truc tructet tructuyen chuyendoiso
vnpt viettel mobifone vinaphone mobi tet tetnguyendan giaothua xuan nammoi chucmungnammoi
nguyen tran pham hoang phan dang bui ngo duong
thang nam ngay thu hai haha hehe hihi
`
  .trim()
  .split(/\s+/);

const ROWS = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
const LEET: Record<string, string> = { "@": "a", "4": "a", "3": "e", "1": "i", "0": "o", $: "s" };

/**
 * Why a password would be guessed soon; null when it would not. `context` is what anyone knows of
 * the person: user name, full name, unit.
 */
export function passwordWeakness(password: string, context: string[]) {
  const typed = squeeze(password);
  const plain = squeeze([...password].map((sign) => LEET[sign] ?? sign).join(""));
  const words = [...COMMON, ...context.flatMap(partsOf)].sort((a, b) => b.length - a.length);
  const left = Math.min(...[typed, plain].map((text) => remainder(text, words)));
  if (left >= UNGUESSED) return null;
  return "Mật khẩu này dễ đoán: chứa từ hay dùng, tên người, tên đơn vị, năm hoặc dãy phím liền nhau. Ghép bốn, năm từ không liên quan với nhau sẽ tốt hơn.";
}

const squeeze = (text: string) => foldVietnamese(text).replace(/\s/g, "");

/** A name as a whole and word by word: `Hữu Lũng` is guessed as `huulung` and as `lung`. */
function partsOf(name: string) {
  const words = foldVietnamese(name).split(/[^a-z0-9]+/);
  return [...words, words.join("")].filter((word) => word.length >= 3);
}

/** How many different signs remain after words, years, runs and repetitions are gone. */
function remainder(text: string, words: string[]) {
  let rest = text;
  for (const word of words) rest = rest.replaceAll(word, " ");
  rest = withoutRuns(rest.replace(/(19|20)\d\d/g, " ")).replace(/(.+?)\1{2,}/g, "$1");
  return new Set(rest.replace(/\s/g, "")).size;
}

/** `1234`, `fedc`, `asdf`: three or more neighbours, forwards or backwards. */
function withoutRuns(text: string) {
  let rest = text;
  for (const row of ROWS.flatMap((line) => [line, [...line].reverse().join("")])) {
    for (let length = row.length; length >= 3; length--) {
      for (let from = 0; from + length <= row.length; from++) {
        rest = rest.replaceAll(row.slice(from, from + length), " ");
      }
    }
  }
  return rest;
}

"""Five hundred strings that are hard to print: what people write names in, what phones put into a text, and what nobody means well with."""

import random

WRITINGS: dict[str, tuple[str, ...]] = {
    "turkish": ("Yıldız Çağrı", "Şükrü İpek", "Ayşe'nin oğlu Ömer", "IĞDIR ığdır"),
    "polish": ("Łukasz Wiśniewski", "Żaneta Dąbrowska", "ciocia Małgosia źle śpi", "Świętosława Łącka"),
    "vietnamese": ("Nguyễn Thị Hồng", "bà ngoại đưa cháu đến trường", "Đặng Quốc Việt", "tiếng Việt"),
    "cyrillic": ("Наталья Щербакова", "Ёлка и подъезд", "Ђорђе Његош", "Цветан Ганев"),
    "ukrainian": ("Ірина Шевченко", "Юлія Їжакевич", "Забирає Сема зі школи о 15:00", "Ґалаґан і п'ятниця"),
    "greek": ("Αθηνά Παπαδοπούλου", "γιαγιά Ελένη", "ΐ ΰ Ϊ Ϋ", "Στέλιος"),
    "arabic": ("محمد علي", "يأخذ سام من المدرسة", "أمّي تتصل كلَّ يومٍ", "لا إله"),
    "persian": ("می‌خواهم پدربزرگ بیاید", "ژاله گلچین", "چهارشنبه ۱۲:۳۰", "خانهٔ ما"),
    "hebrew": ("דוד כהן", "שָׁלוֹם עֲלֵיכֶם", "סבתא באה בשמונה", "צ׳רלי"),
    "tigrinya": ("ኣቦ ተስፋይ", "ኣደይ ንቤት ትምህርቲ ትወስዶ", "ገብረመድህን፣ ሰላም።", "ቋንቋ ትግርኛ"),
    "chinese": ("王小明", "奶奶每天八点打电话。", "李红,张伟", "放学以后去外婆家"),
    "japanese": ("さくら", "おばあちゃんが むかえに くる", "タロウとハナコ", "がぎぐげご パピプペポ"),
    "korean": ("김민수", "할머니가 매일 전화해요", "박지은", "서울"),
    "devanagari": ("राम प्रसाद", "क्षत्रिय ज्ञान", "दादी हर दिन फ़ोन करती है", "श्रीमती"),
    "tamil": ("தமிழ்ச்செல்வி", "பாட்டி வருவார்", "க்ஷேமா", "ஸ்ரீ"),
    "thai": ("สมชาย ใจดี", "คุณยายโทรมาทุกวัน", "น้ำใจ ผู้ใหญ่", "กรุงเทพฯ"),
    "armenian": ("Հայկ Պետրոսյան", "տատիկը գալիս է", "Շուշան", "եւ և"),
    "georgian": ("გიორგი ბერიძე", "ბებია მოდის", "ნინო", "ჯანსაღი ჭკუა"),
    "emoji": ("👩‍👩‍👧 belt", "👍🏽 ok", "❤️ ☎️ ⚠️", "🇳🇱 thuis 🏠", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "1️⃣ eerst", "👨🏾‍🦽‍➡️ weg"),
    "marks": (
        "e\u0301en",
        "q\u0303 x\u0323\u0308",
        "a\u0300\u0301\u0302\u0303\u0304",
        "\u0301los",
        "n\u0303 Å A\u030a",
        "i\u0307",
    ),
    "ligatures": ("ffi fi fl ffl", "Tjipke fjord", "AVATAR To Ty", "ĳ Ĳ ŉ ſt"),
    "rare": ("𝕳𝖆𝖑𝖑𝖔", "ᚱᚢᚾ", "𓀀", "᠊ᠮᠣᠩ", "ꙮ", "\ue000\uf8ff", "￿ \ufffd"),
}
"""Names and sentences in 18 writings, and what else is put into a text."""

TEMPLATES = (
    "{one}",
    "Oma {one} belt",
    "{one} belt om 12:30 {other}",
    "({one}) [{other}] „{one}”",
    "{one}, {other}; 3 x 4 = 12 € 5,50",
    "1. {one}\n2. {other}",
    "<b>{one}</b> **{other}** {{nb}}",
    "=SOM({one})",
)

JOINERS = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
TURNERS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"

CONTROLS = (
    *(f"voor{chr(code)}na" for code in (0, 1, 7, 8, 9, 10, 11, 12, 13, 27, 31, 127, 133, 155)),
    *(f"bel {mark}112{mark} nu" for mark in JOINERS + TURNERS),
    *(f"een{space}twee" for space in "\u00a0\u2000\u2003\u2007\u2009\u202f\u205f\u3000\u2028\u2029"),
    "\u202egnal 211 leb", "\u2067א\u2069 b", "a\u034fb", "x\ufe0fy", "\u3164", "\u115f\u1160",
)  # fmt: skip

LONG = (
    "",
    " ",
    "\n",
    "x" * 400,
    "Donaudampfschifffahrtsgesellschaftskapitän" * 5,
    "የሰላም" * 40,
    "محمد" * 60,
    "放" * 200,
    "คุณยาย" * 40,
    "a\u0301" * 150,
    "👩‍👩‍👧" * 60,
    "-" * 200,
    "a b " * 100,
    "https://voorbeeld.example/" + "a1" * 60,
    "w" * 90 + " " + "i" * 300,
)


def five_hundred() -> list[str]:
    """The same five hundred each time."""
    chance = random.Random(7)
    every = [text for texts in WRITINGS.values() for text in texts]
    strings = [*every, *CONTROLS, *LONG]
    while len(strings) < 500:
        template = TEMPLATES[len(strings) % len(TEMPLATES)]
        strings.append(template.format(one=chance.choice(every), other=chance.choice(every)))
    return strings

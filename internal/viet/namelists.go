package viet

// The lists of words in names. Entries have the form of SameKey (so the tone is on the last vowel of oa and uy) and are sorted byte by
// byte; TestNameLists keeps both. They are short on purpose: what is not in them is parted by the plain rule, and a story can
// state the name that it is sorted by.

// monkTitles stand before the names of Buddhist monks and nuns.
var monkTitles = []string{
	"hoà thượng", "ht", "ni cô", "ni sư", "ni trưởng", "ns", "nt", "sa di", "sa di ni", "sc", "sư", "sư bà", "sư cô", "sư thầy", "sư ông",
	"thượng toạ", "trưởng lão hoà thượng", "tt", "tỳ kheo", "tỳ kheo ni", "đđ", "đại lão hoà thượng", "đại đức",
}

// titles stand before other names: forms of address, ranks, professions, honours, clergy, and how a household is named.
var titles = []string{
	"ahlđ", "anh", "anh hùng", "anh hùng lao động", "anh hùng llvt", "anh hùng llvtnd", "anh hùng lực lượng vũ trang",
	"anh hùng lực lượng vũ trang nhân dân", "binh nhì", "binh nhất", "bs", "bs ck1", "bs ck2", "bs cki", "bs ckii", "bsck1", "bsck2", "bscki",
	"bsckii", "bà", "bà mẹ việt nam anh hùng", "bác", "bác sĩ", "bí thư", "ca sĩ", "ccb", "cha", "cha sở", "cha xứ", "chiến sĩ",
	"chiến sĩ thi đua", "chánh xứ", "cháu", "chú", "chị", "chủ tịch", "cn", "cô", "cô giáo", "cậu", "cố", "cụ", "cụ bà", "cụ ông", "cử nhân",
	"cựu chiến binh", "cựu thanh niên xung phong", "doanh nhân", "ds", "dì", "dược sĩ", "em", "gia đình", "già làng", "giám mục", "giám đốc",
	"giáo hữu", "giáo sĩ", "giáo sư", "giáo viên", "giảng viên", "gs", "hiệu phó", "hiệu trưởng", "hoạ sĩ", "hạ sĩ", "hạ sĩ quan", "hồng y",
	"hộ", "hộ gia đình", "hộ sinh", "kiến trúc sư", "ks", "kts", "kỹ sư", "linh mục", "liệt sĩ", "lm", "ls", "luật sư", "lương y", "lễ sanh",
	"ms", "má", "mẹ", "mẹ việt nam anh hùng", "mẹ vnah", "mục sư", "mục sư nhiệm chức", "nghệ nhân", "nghệ nhân nhân dân", "nghệ nhân ưu tú",
	"nghệ sĩ", "nghệ sĩ nhân dân", "nghệ sĩ ưu tú", "ngnd", "ngưt", "người có uy tín", "nhiếp ảnh gia", "nhà báo", "nhà giáo",
	"nhà giáo nhân dân", "nhà giáo ưu tú", "nhà thơ", "nhà văn", "nhạc sĩ", "nnnd", "nnưt", "nsnd", "nsưt", "nữ tu", "pgs", "phó bí thư",
	"phó chủ tịch", "phó giám đốc", "phó giáo sư", "phó hiệu trưởng", "phó tế", "phối sư", "soeur", "sr", "thiếu tá", "thiếu tướng",
	"thiếu uý", "ths", "thương binh", "thượng sĩ", "thượng tá", "thượng tướng", "thượng uý", "thạc sĩ", "thầy", "thầy giáo", "thầy sáu",
	"thầy thuốc", "thầy thuốc nhân dân", "thầy thuốc ưu tú", "tiến sĩ", "tnxp", "trung sĩ", "trung tá", "trung tướng", "trung uý",
	"truyền đạo", "trưởng ban", "trưởng thôn", "ts", "tskh", "ttnd", "ttưt", "tu sĩ", "tập thể gia đình", "tổ trưởng", "tổng giám mục",
	"vận động viên", "vợ chồng", "xơ", "y bác sĩ", "y sĩ", "y tá", "ông", "đ/c", "đc", "điều dưỡng", "đại tá", "đại tướng", "đại uý",
	"đạo diễn", "đồng chí", "đức cha", "đức giám mục", "đức hồng y", "đức tổng giám mục", "đức ông",
}

// saints stand before the names of Catholics.
var saints = []string{
	"agata", "agatha", "alphongsô", "ambrôsiô", "anna", "anrê", "anton", "antôn", "antôn padua", "augustinô", "bartôlômêô", "biển đức",
	"bênađô", "bênêđictô", "catarina", "cecilia", "clara", "cêcilia", "cô lê ta", "gabriel", "giacobe", "giacôbê", "gioan", "gioan b",
	"gioan baotixita", "gioan kim", "gioan maria", "giuse", "giuse maria", "giuđa", "giêrônimô", "grêgôriô", "inhaxiô", "isave", "laurensô",
	"luca", "lucia", "lôrensô", "marcô", "maria", "maria goretti", "maria mađalêna", "martinô", "matta", "matthêu", "mađalêna", "micae",
	"monica", "máccô", "mácta", "máctinô", "mátthêu", "mônica", "phanxicô", "phanxicô assisi", "phanxicô x", "phanxicô xavie",
	"phanxicô xaviê", "phaolo", "phaolô", "phero", "philiphê", "philípphê", "phêrô", "raphael", "raphaen", "rosa", "rôsa", "simon", "simôn",
	"stêphanô", "teresa", "toma", "têphanô", "têrêsa", "têrêxa", "tôma", "tôma aquinô", "vincentê", "vinh sơn", "âu tinh", "êlisabét",
	"đa minh", "đaminh",
}

// families are common family names of Vietnamese, Khmer, Hoa, Tày, Nùng, Thái and Mông people. They only tell whether a name
// begins here; those that are as common in religious names (Minh, Hoa, Kim) are left out.
var families = []string{
	"biện", "bành", "bùi", "bạch", "bế", "cao", "chu", "chung", "châu", "chìu", "chíu", "chử", "cung", "cái", "công tằng tôn nữ", "cù", "cầm",
	"cổ", "danh", "diệp", "doãn", "dương", "giang", "giàng", "giáp", "hoàng", "huỳnh", "hà", "hàn", "hùng", "hầu", "hồ", "hứa", "kha",
	"khuất", "khúc", "khương", "khổng", "kiều", "la", "lai", "lâm", "lã", "lê", "lò", "lô", "lù", "lý", "lưu", "lương", "lường", "lại", "lầu",
	"lục", "lữ", "lỷ", "ma", "mai", "mã", "mông", "mạc", "nghiêm", "nguyễn", "ngân", "ngô", "nhan", "nhâm", "nhữ", "ninh", "nông", "phan",
	"phí", "phó", "phù", "phùng", "phạm", "quàng", "quách", "sùng", "sơn", "sầm", "thi", "thiều", "thào", "thái", "thân", "thò", "thạch",
	"tiêu", "tiết", "triệu", "trà", "trưng", "trương", "trầm", "trần", "trịnh", "tào", "tô", "tôn", "tôn nữ", "tôn thất", "tăng", "tư mã",
	"tạ", "tằng", "tống", "từ", "ung", "uông", "vi", "voòng", "vàng", "vòng", "võ", "văn", "vũ", "vương", "vừ", "âu", "âu dương", "đinh",
	"điền", "đoàn", "đàm", "đào", "đái", "đường", "đậu", "đặng", "đồng", "đổng", "đỗ",
}

// compoundFamilies are family names of more than one word.
var compoundFamilies = []string{
	"công huyền tôn nữ", "công tôn nữ", "công tằng tôn nữ", "huyền tôn nữ", "tôn nữ", "tôn thất", "tư mã", "âu dương",
}

// clans are names of clans of the Kơ Ho, Mạ, Chu Ru, Mnông, Ê Đê and Gia Rai, folded and without blanks and apostrophes.
var clans = []string{
	"adrong", "ajun", "aleo", "alio", "arul", "ayun", "bdap", "bdong", "bhok", "bing", "bkrong", "bnahria", "bonahria", "bonahriya",
	"bondong", "bonnieng", "bonto", "bonyo", "bto", "buondap", "buonkrong", "buonya", "bya", "cil", "cill", "cilpam", "cilyu", "dabin",
	"dacat", "dachay", "dagot", "dagout", "dalieng", "donggur", "dongji", "du", "duondu", "eban", "ecam", "eju", "enuol", "hdok", "hmok",
	"hra", "hwing", "jie", "kbuor", "kcil", "kdam", "kdoh", "kman", "kmlo", "knul", "kon", "konsa", "konso", "kosa", "kosahang", "kpa",
	"kpor", "kraj", "krajan", "krieng", "krong", "ksor", "ksorkrong", "lieng", "lienghot", "lienghotha", "liengjrang", "liengtrang", "lomu",
	"lomup", "londu", "luk", "mdrang", "mjao", "mlo", "mloduondu", "moul", "nai", "nay", "nie", "niebuondap", "niekbuor", "niekdam",
	"niesieng", "ntor", "pangpe", "pangsim", "pangtieng", "pangting", "phisrong", "phisronh", "rahlan", "rcam", "rcham", "rlan", "rmah",
	"rocham", "rolan", "romah", "roong", "royam", "siu", "soao", "ting", "tor", "tou", "toudu", "touneh", "touprong", "triek",
}

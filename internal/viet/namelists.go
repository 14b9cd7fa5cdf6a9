package viet

// The lists of words in names. Entries stand between bars in the form of SameKey (so with the tone on the last vowel of oa and uy);
// TestNameLists keeps that. They are short on purpose: what is not in them is parted by the plain rule, and a story can
// state the name that it is sorted by.

// monkTitles stand before the names of Buddhist monks and nuns.
const monkTitles = "|hoà thượng|đại lão hoà thượng|trưởng lão hoà thượng|thượng toạ|đại đức|tỳ kheo|tỳ kheo ni|sa di|sa di ni|" +
	"ni trưởng|ni sư|ni cô|sư cô|sư bà|sư thầy|sư ông|sư|ht|tt|đđ|nt|ns|sc|"

// titles stand before other names: forms of address, ranks, professions, honours, clergy, and how a household is named.
const titles = "|ông|bà|anh|chị|cô|chú|bác|cậu|dì|cụ|cụ ông|cụ bà|mẹ|má|em|cháu|thầy|thầy giáo|cô giáo|vợ chồng|cố|" +
	"gia đình|hộ|hộ gia đình|tập thể gia đình|đồng chí|đ/c|đc|già làng|người có uy tín|" +
	"linh mục|lm|cha|cha xứ|cha sở|đức cha|đức ông|giám mục|đức giám mục|tổng giám mục|đức tổng giám mục|hồng y|đức hồng y|" +
	"chánh xứ|nữ tu|tu sĩ|thầy sáu|phó tế|xơ|soeur|sr|mục sư|mục sư nhiệm chức|ms|truyền đạo|giáo sĩ|phối sư|giáo hữu|lễ sanh|" +
	"nsưt|nsnd|nnưt|nnnd|ngưt|ngnd|ttưt|ttnd|ahlđ|ccb|tnxp|nghệ sĩ|nghệ sĩ ưu tú|nghệ sĩ nhân dân|nghệ nhân|nghệ nhân ưu tú|" +
	"nghệ nhân nhân dân|nhà giáo|nhà giáo ưu tú|nhà giáo nhân dân|thầy thuốc|thầy thuốc ưu tú|thầy thuốc nhân dân|" +
	"anh hùng|anh hùng lao động|anh hùng lực lượng vũ trang|anh hùng lực lượng vũ trang nhân dân|anh hùng llvt|" +
	"anh hùng llvtnd|chiến sĩ thi đua|mẹ việt nam anh hùng|bà mẹ việt nam anh hùng|mẹ vnah|liệt sĩ|thương binh|cựu chiến binh|" +
	"cựu thanh niên xung phong|bác sĩ|bs|bs ck1|bs ck2|bs cki|bs ckii|bsck1|bsck2|bscki|bsckii|y sĩ|y tá|y bác sĩ|điều dưỡng|" +
	"hộ sinh|dược sĩ|ds|lương y|giáo sư|phó giáo sư|gs|pgs|tiến sĩ|ts|tskh|thạc sĩ|ths|cử nhân|cn|kỹ sư|ks|kiến trúc sư|kts|" +
	"luật sư|ls|giáo viên|giảng viên|nhạc sĩ|ca sĩ|hoạ sĩ|nhiếp ảnh gia|đạo diễn|nhà báo|nhà thơ|nhà văn|doanh nhân|vận động viên|" +
	"đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|đại uý|thượng uý|trung uý|thiếu uý|" +
	"thượng sĩ|trung sĩ|hạ sĩ|binh nhất|binh nhì|chiến sĩ|hạ sĩ quan|bí thư|phó bí thư|chủ tịch|phó chủ tịch|trưởng thôn|" +
	"tổ trưởng|trưởng ban|giám đốc|phó giám đốc|hiệu trưởng|hiệu phó|phó hiệu trưởng|"

// saints stand before the names of Catholics.
const saints = "|giuse|giuse maria|phêrô|phero|phaolô|phaolo|gioan|gioan b|gioan baotixita|gioan maria|gioan kim|maria|maria goretti|" +
	"têrêsa|têrêxa|teresa|anna|đaminh|đa minh|phanxicô|phanxicô x|phanxicô xavie|phanxicô xaviê|phanxicô assisi|antôn|anton|" +
	"antôn padua|micae|giacôbê|giacobe|matthêu|mátthêu|luca|marcô|máccô|vinh sơn|vincentê|augustinô|âu tinh|inhaxiô|stêphanô|" +
	"têphanô|tôma|tôma aquinô|toma|anrê|simon|simôn|bartôlômêô|philípphê|philiphê|giuđa|catarina|agata|agatha|cêcilia|cecilia|" +
	"rôsa|rosa|lucia|mađalêna|maria mađalêna|mônica|monica|isave|clara|martinô|máctinô|raphael|raphaen|gabriel|laurensô|" +
	"lôrensô|bênađô|biển đức|bênêđictô|alphongsô|giêrônimô|ambrôsiô|grêgôriô|êlisabét|matta|mácta|cô lê ta|"

// families are common family names of Vietnamese, Khmer, Hoa, Tày, Nùng, Thái and Mông people. They only tell whether a name
// begins here; those that are as common in religious names (Minh, Hoa, Kim) are left out.
const families = "|nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|đoàn|lâm|mai|trịnh|đào|cao|hà|tạ|tô|" +
	"trương|vương|lưu|tăng|thái|châu|quách|lương|từ|hứa|la|phùng|tống|triệu|kiều|nghiêm|văn|thân|chu|tôn|khổng|khương|bạch|cù|" +
	"doãn|giang|hàn|lại|lục|mã|mạc|ninh|nông|phí|phó|sầm|sơn|thạch|danh|thi|tiêu|trà|uông|ung|vi|vòng|âu|biện|bành|bế|cái|" +
	"cầm|chung|chử|cung|diệp|đàm|đái|đậu|điền|đồng|đổng|đường|giáp|hầu|hùng|kha|khúc|khuất|lò|lô|lù|lường|ma|mông|nhan|nhâm|" +
	"nhữ|quàng|sùng|thào|thiều|tiết|tào|trầm|vàng|vừ|giàng|lầu|thò|âu dương|tư mã|tôn thất|tôn nữ|công tằng tôn nữ|phù|lai|" +
	"chìu|lỷ|chíu|tằng|voòng|trưng|cổ|ngân|lữ|lã|"

// compoundFamilies are family names of more than one word.
const compoundFamilies = "|tôn thất|tôn nữ|công tằng tôn nữ|công tôn nữ|công huyền tôn nữ|huyền tôn nữ|âu dương|tư mã|"

// clans are names of clans of the Kơ Ho, Mạ, Chu Ru, Mnông, Ê Đê and Gia Rai, folded and without blanks and apostrophes.
const clans = "|nie|niekdam|niesieng|niekbuor|niebuondap|mlo|mloduondu|eban|enuol|ayun|bya|buonya|buonkrong|bkrong|buondap|bdap|" +
	"hmok|hwing|hdok|hra|kbuor|kdoh|kpa|kpor|knul|ksor|ksorkrong|krong|kmlo|kman|krieng|adrong|aleo|alio|arul|ajun|bing|cil|cill|" +
	"kcil|cilyu|cilpam|du|duondu|eju|ecam|jie|lieng|lienghot|lienghotha|liengjrang|liengtrang|luk|mdrang|mjao|nay|rcham|rcam|romah|" +
	"rocham|roong|royam|rmah|rahlan|rolan|rlan|siu|ting|pangting|pangpe|pangtieng|pangsim|triek|tor|ntor|kosa|kosahang|krajan|kraj|" +
	"bonnieng|bonyo|bonto|bondong|bonahria|bonahriya|bnahria|dacat|dagout|dachay|dagot|donggur|dongji|lomu|lomup|londu|phisrong|" +
	"phisronh|soao|konso|konsa|tou|touneh|touprong|toudu|nai|bhok|bdong|bto|kon|kdam|dalieng|dabin|moul|"

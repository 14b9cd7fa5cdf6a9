package corpus

import (
	"math/rand/v2"
	"strings"
)

// The parts of names, the commoner ones first. Families are drawn much as they are spread in the country: more than a third of the people
// are called Nguyễn.
var (
	families = strings.Fields(`Nguyễn Trần Lê Phạm Hoàng Phan Huỳnh Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trương Lâm Mai Trịnh
		Đào Hà Cao Lương Tạ Chu Châu Quách Thái Tô Phùng Vương Kiều Từ Nghiêm Lục Tăng La Thạch Doãn Khuất Lưu Tống Đàm Ông Mạc Giang Viên`)

	middleWomen = strings.Split(`Thị|Thị Ngọc|Ngọc|Thị Thanh|Thanh|Thị Thu|Thu|Thị Kim|Kim|Thị Mỹ|Mỹ|Thị Hồng|Hồng|Bích|Thị Bích|Thùy|Thị Minh|Minh|Diệu|Hoài|Phương|Xuân|Thị Tuyết|Tuyết|Như|Quỳnh|Thị Phương|Lan|Bảo|Khánh|Thục|Tú`, "|")
	middleMen   = strings.Split(`Văn|Hữu|Đức|Minh|Quốc|Công|Đình|Ngọc|Xuân|Thanh|Quang|Thành|Tuấn|Anh|Trọng|Bá|Duy|Hoàng|Gia|Viết|Huy|Đăng|Sỹ|Tấn|Khắc|Mạnh|Nhật|Phước|Thế|Trung|Vĩnh|Chí|Bảo|Tiến|Hồng|Kim`, "|")

	givenWomen = strings.Fields(`Hoa Lan Hương Mai Hạnh Nga Thảo Linh Hằng Trang Thủy Hà Phương Yến Loan Tuyết Ngọc Dung Nhung Huệ Cúc Liên
		Oanh Vân Quyên Hiền Thu Bích Diễm Ánh Trinh Thơm Hậu Xuân Lý Nguyệt Sương Tâm Giang Hòa Phượng Đào Mận Sen Quế Tươi Thắm Duyên
		Ly My Nhi Như Ngân Ngà Nhàn Nhã Thoa Thúy Thùy Tiên Trâm Trúc Tú Uyên Vy Ý Bé Chi Châu Chín Diệp Điệp Đoan Gấm Hảo Hoài Hồng Hợi
		Hường Khanh Khuyên Kiều Lài Lành Lệ Liễu Lụa Lựu Miên Mỹ Nết Nương Nụ Phúc Quỳnh Sáu Sinh Thanh Thương Tình Toàn Tuyền Út Viên Xinh`)
	givenMen = strings.Fields(`Hùng Dũng Nam Hải Sơn Tuấn Minh Long Thắng Hòa Bình Cường Đức Khoa Khánh Lâm Phong Quân Tùng Việt Thành Trung
		Kiên Tâm An Bảo Chiến Công Danh Đạt Điền Định Đông Giang Hà Hậu Hiếu Hiệp Hoàng Huân Hưng Huy Khang Khôi Khải Kha Lộc Lợi Lực Luân
		Mạnh Mẫn Nghĩa Nguyên Nhân Nhật Ninh Phát Phú Phúc Phước Quang Quý Quyết Sang Sáng Sinh Sửu Tài Tân Tấn Thái Thạch Thanh Thiện Thịnh
		Thọ Thông Thuận Thuật Tiến Tín Tính Toản Toàn Trí Triều Trọng Trường Tú Tường Vinh Vũ Vượng Xuân Ước Bách Biên Bằng Cảnh Chương Cận
		Duy Dần Giáp Hợi Lũy Mão Ngọ Tỵ Thìn Vạn Uy`)

	// Highland people have names of their own: no family name in the common sense.
	highlandMen   = strings.Split(`K'Brèo|K'Nhim|K'Brốp|K'Tiêng|K'Giắc|K'Vàng|K'Sủ|K'Đim|Ha Thương|Ha Krong|Ha Niêm|Ha Duyên|Y Thanh Niê|Y Moan|Bon Tô Ha Sơn|Liêng Jrang Ha Tư|Rơ Ông Ha Niêm|Cil Múp Ha Lâm|Kơ Să Ha Hoàng|Lơ Mu Ha Poh`, "|")
	highlandWomen = strings.Split(`Ka Nhiêm|Ka Duyên|Ka Hiên|Ka Mừng|Ka Thúy|Ka Rin|Ka Nhiều|H'Linh Niê|H'Oanh|Ka Plim|Cil Ka Him|Rơ Ông K'Thoa|Ka Sương|Ka Glêu`, "|")

	placeFirst = strings.Fields(`Suối Đồi Hồ Thung Bến Rừng Dốc Đèo Cầu Vườn Khe Gành Núi Bản Trảng Gò Nguồn Lũng Thác Đầm Bàu Cồn Cửa Hòn
		Đồng Ruộng Truông Vịnh Xóm Đạ`)
	placeSecond = strings.Fields(`Bạc Mây Thông Sương Vàng Lau Sim Mận Trầm Quế Lim Ngà Tía Xanh Sáo Én Ong Trúc Mai Gấm Hạc Nhạn Đá Cát Vôi
		Dâu Chè Hồng Bưởi Nghệ Riềng Sậy Cọ Gụ Sến Trai Mít Nứa Vông Gạo Sung Nhài Huệ Cúc Lựu Nai Hươu Cò Vạc Quạ Trăng Nắng Gió Mưa Tuyền
		Thiêng Cổ Mới Đôi Ba Thượng Hạ Trung Đông Tây`)
)

// person is somebody with a name of the country's usual kind, or of the highlands'.
type person struct {
	Name  string
	Given string
	Woman bool
	Born  int
}

// somebody makes a person. One in twenty has a highland name.
func somebody(r *rand.Rand) person {
	p := person{Woman: r.IntN(2) == 0, Born: 1942 + r.IntN(60)}
	if r.IntN(20) == 0 {
		among := highlandMen
		if p.Woman {
			among = highlandWomen
		}
		p.Name = among[r.IntN(len(among))]
		p.Given = p.Name
		return p
	}
	middle, given := middleMen, givenMen
	if p.Woman {
		middle, given = middleWomen, givenWomen
	}
	p.Given = given[rank(r, len(given), 0.6)]
	p.Name = families[rank(r, len(families), 1.2)] + " " + middle[rank(r, len(middle), 0.9)] + " " + p.Given
	return p
}

// honorific is how people speak of somebody in a given year.
func (p person) honorific(year int) string {
	age := year - p.Born
	switch {
	case p.Woman && age >= 55:
		return "bà"
	case p.Woman:
		return "chị"
	case age >= 55:
		return "ông"
	default:
		return "anh"
	}
}

// place is an invented name of two syllables, such as "Suối Bạc".
func place(r *rand.Rand) string {
	return placeFirst[rank(r, len(placeFirst), 0.5)] + " " + placeSecond[rank(r, len(placeSecond), 0.5)]
}

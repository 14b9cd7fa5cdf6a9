package viet

import (
	"strings"
	"testing"
)

// toTCVN3 types Vietnamese text in the old font.
func toTCVN3(s string) string {
	var b strings.Builder
	table := []rune(tcvn3)
	for _, r := range s {
		out := r
		for i, t := range table {
			if t == r && t != ' ' {
				out = rune(0xA1 + i)
				break
			}
		}
		if out == r && r > 0xFF { // capitals with tones are small letters in a font of capitals
			for i, t := range table {
				if t == lower(r) {
					out = rune(0xA1 + i)
				}
			}
		}
		b.WriteRune(out)
	}
	return b.String()
}

// toVNI types Vietnamese text in small letters in the old font.
func toVNI(s string) string {
	const tones = "øûõùï"
	hat, breve := []rune("âàåãáä"), []rune("êèúüéë")
	var b strings.Builder
	for _, r := range s {
		code, tone := letter(r)
		switch {
		case r < 0x80:
			b.WriteRune(r)
		case r == 'đ':
			b.WriteRune('ñ')
		case code == 'i':
			b.WriteRune([]rune("iìæóíò")[tone])
		case code == 'y' && tone == nang:
			b.WriteRune('î')
		case code == 'B' || code == 'E' || code == 'O':
			b.WriteByte(plain(code))
			b.WriteRune(hat[tone])
		case code == 'A':
			b.WriteRune('a')
			b.WriteRune(breve[tone])
		default:
			switch code {
			case 'P':
				b.WriteRune('ô')
			case 'U':
				b.WriteRune('ö')
			default:
				b.WriteByte(code)
			}
			if tone != level {
				b.WriteRune([]rune(tones)[tone-1])
			}
		}
	}
	return b.String()
}

// legacyTexts are lines as stories have them.
var legacyTexts = []string{
	"uỷ ban nhân dân tỉnh lâm đồng",
	"nguyễn văn an",
	"trần thị bích ngọc",
	"đà lạt",
	"bằng khen của chủ tịch uỷ ban nhân dân tỉnh",
	"gương người tốt, việc tốt năm 2023",
	"chị hiến máu tình nguyện 35 lần trong 12 năm qua.",
	"tập thể lao động xuất sắc",
	"khuỷu tay, quỳnh hoa, giếng nước, thuở nhỏ",
	"bình định",
	"mô hình \"dân vận khéo\" ở xã tà nung",
}

func TestLegacyFinds(t *testing.T) {
	for _, text := range legacyTexts {
		for font, typed := range map[string]string{fontTCVN3: toTCVN3(text), fontVNI: toVNI(text)} {
			if got, ok := Legacy(typed); !ok || got != font {
				t.Errorf("Legacy(%q) = %q, %v; want %s (%q)", typed, got, ok, font, text)
			}
		}
		if font, ok := Legacy(text); ok {
			t.Errorf("Legacy(%q) = %s for good text", text, font)
		}
	}
	for typed, font := range map[string]string{
		"Uû ban nh©n d©n":           fontTCVN3,
		"Céng hoµ x· héi chñ nghÜa": fontTCVN3,
		"NguyÔn V¨n A":              fontTCVN3,
		"L¹t":                       fontTCVN3,
		"§µ L¹t":                    fontTCVN3,
		"®ång bµo d©n téc":          fontTCVN3,
		"Uûy ban nhaân daân":        fontVNI,
		"COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM": fontVNI,
		"Nguyeãn Vaên A": fontVNI,
		"Ñaø Laït":       fontVNI,
		"nhaân":          fontVNI,
		"“nh©n”":         fontTCVN3,
	} {
		if got, ok := Legacy(typed); !ok || got != font {
			t.Errorf("Legacy(%q) = %q, %v; want %s", typed, got, ok, font)
		}
	}
}

func TestLegacyLeavesInPeace(t *testing.T) {
	for _, text := range []string{
		"",
		"Ủy ban nhân dân tỉnh Lâm Đồng",
		"ỦY BAN NHÂN DÂN, HOÀ BÌNH, TOÁN, KHOÉT, TOÀN, KHOẺ, LOÃNG",
		"Cô giáo dạy toán ở trường Hoà Bình, thích hoá học và làm toán",
		"© 2024 Ban Tuyên giáo · Bản quyền® thuộc về báo «Lâm Đồng»",
		"©2024 Nike® Word® A¹ B¹ m¹ 10µm 5 µm ½kg 3×4 ¼ §5 £5 ¥100",
		"10 kN·m, N·m, A·h, m×n, a÷b, 25°C, 5 m², 30 m³",
		"Où est le goût? Noël à l'île, août, maïs naïf, un été très français, ça va, tôt, dû, fût",
		"«Bonjour», dit-il. «La» et «Le mal»; le forêt, l'hôpital, le maître, l'œuvre, cœur",
		"Thaïlande, Haïti, Moïse, Anaïs, Raphaël, Israël, Chloé, Aïda, Taïwan",
		"¿Qué? ¡Hola, señor! Aún hay niños en el país, Raúl; baúl, saúco, mañana, Mª José, Nª Sª del Pilar, 1ª, 2º",
		"São João, não, coração, leões, campeã, campeões, órgão, aéreo",
		"Schön, König, Köln, Öl, Tür, Größe, Bär, Fräulein, Müller, Straße",
		"N·m", "C·m", "m×n", "b÷c", "Mª", "où", "Seán", "naïf", "Thaï", "aún", "dû", "ñu", "®", "©", "A®",
		"Seán Ó Riordáin, Éamon, Séamas",
		"Ångström, Åse, Køb, smørrebrød, hyvää päivää, Jøn, Bjørn, Þór, æsir, año",
		"col·lecció, paral·lel, Don\u00adau, co\u00adop, th\u00adng",
		"Ni\u00ea Kd\u0103m, Êđê, Chu Ru, K’Ho, Lơ Mu, Ñăm, H'Ñuê, Čư Êbur, Êñuôl",
		"Trường tiểu học Nguyễn Văn Trỗi (Uû ban: phông chữ cũ), quyết định số 15",
		"déjà-vu à la carte, crème brûlée, château, pâté, tête-à-tête, garçon",
	} {
		if font, ok := Legacy(text); ok {
			t.Errorf("Legacy(%q) = %s, want nothing", text, font)
		}
	}
}

func TestSyllable(t *testing.T) {
	good := "a ạ gì gìn già gịa giếng giặt quý quỳnh quýt qua quá quốc khuỷu khuya thuở hoà hòa khoẻ khỏe thuý thúy uỷ ủy nguyễn nghiêng " +
		"đường ngoằn ngoèo xoong yêu yến ươm Huỳnh ĐỨC trưởng cứu hươu oanh tuyết ngoạch quạnh kiệt lịch học"
	for _, s := range strings.Fields(good) {
		if !isSyllable(s) {
			t.Errorf("isSyllable(%q) = false", s)
		}
	}
	bad := "b ng nhà1 hoc học̣ qúy gìà tooi thiạ iạ uậ fa nguyên's school häns lõc quyênn ñn æ eêu çà"
	for _, s := range strings.Fields(bad) {
		if isSyllable(s) {
			t.Errorf("isSyllable(%q) = true", s)
		}
	}
}

func FuzzLegacy(f *testing.F) {
	for _, s := range append(legacyTexts, "nh©n d©n", "ñaø", "\xff\xc3", "N·m ®") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		font, ok := Legacy(s)
		if ok != (font == fontTCVN3 || font == fontVNI) {
			t.Errorf("Legacy(%q) = %q, %v", s, font, ok)
		}
		if ok && isASCII(s) {
			t.Errorf("Legacy(%q) finds a font in plain ASCII", s)
		}
	})
}

package form

import (
	"strconv"
	"strings"

	"guongsang/internal/diag"
)

// remedies say how to mend in the form what messages tell authors to write in a file. Holes are those of the message.
var remedies = map[diag.Code]string{
	diag.MissingKey:               "mục này bắt buộc phải có",
	diag.UnknownKey:               "biểu mẫu giữ nguyên dòng này; muốn sửa hay bỏ thì bấm “Xem như văn bản” ở cuối trang",
	diag.UnknownField:             "bỏ mục này rồi chọn lại trong danh sách",
	diag.BadYear:                  "viết năm bằng bốn chữ số, ví dụ 2023",
	diag.BadNumber:                "viết 1200, 1.200 hoặc 12,5; đơn vị tính ghi ở ô riêng",
	diag.UnknownCriterion:         "bỏ dấu chọn ở mã này",
	diag.CriterionOfOtherField:    "bỏ dấu chọn, hoặc thêm lĩnh vực",
	diag.EvidenceWithoutCriterion: "đánh dấu tiêu chí ấy, hoặc xóa minh chứng",
	diag.HeadNotPerson:            "bỏ ở đây, rồi ghi trong bài của người đứng đầu",
	diag.ResultWithoutFigure:      "ghi ít nhất một trong hai số",
	diag.NoDate:                   "ghi ngày đăng",
	diag.PictureUndescribed:       "điền ô “Mô tả” của ảnh: ai, đang làm gì, ở đâu",
	diag.AddressTwice:             "ghi đường dẫn khác cho bài này, ví dụ {4}, ở ô “Đường dẫn”",
	diag.AddressTaken:             "ghi một đường dẫn khác ở ô “Đường dẫn”",
	diag.NoSlug:                   "ghi một đường dẫn, ví dụ nguyen-thi-mau, ở ô “Đường dẫn”",
	diag.FolderInSlug:             "bỏ mục này rồi tìm lại bài ấy theo tên; bản dịch phải cùng loại với bài này",
	diag.UnknownProfile:           "bỏ mục này rồi tìm lại gương ấy theo tên",
	diag.DeadLink:                 "bôi đen chữ ấy rồi bấm nút Liên kết để chọn bài",
	diag.LinkToDisk:               "dẫn tới bài bằng nút Liên kết; ảnh thì thêm bằng nút Ảnh",
	diag.NoPicture:                "thêm lại ảnh bằng nút Ảnh, hoặc kéo ảnh vào bài",
	diag.PictureElsewhere:         "tải ảnh về máy rồi thêm bằng nút Ảnh",
	diag.LinkMoved:                "không cần sửa ngay; nút Liên kết ghi đường mới",
	diag.MandatoryUnproven:        "đánh dấu tiêu chí ấy rồi ghi minh chứng",
	diag.NoSummary:                "ghi một hai câu nói điều đáng nhớ nhất",
	diag.NameNotAsFile:            "viết đúng như trong tệp ấy",
	diag.NameNotAsMost:            "viết giống nhau ở mọi bài",
	diag.UnusualDate:              "viết {1}",
	diag.DecomposedText:           "không cần sửa ngay; trong bộ gõ chọn bảng mã “Unicode dựng sẵn”",
	diag.MixedLineEnds:            "không cần sửa ngay",
}

// meant are the fields that problems are mended in which the file as a whole has.
var meant = map[diag.Code]string{
	diag.NoDate: "ngày", diag.NoSummary: "tóm tắt", diag.MandatoryUnproven: "tiêu chí",
	diag.AddressTwice: "đường dẫn", diag.AddressTaken: "đường dẫn", diag.NoSlug: "đường dẫn",
}

// remedy is what to do about a problem in the form; empty where the message says it.
func remedy(p diag.Problem) string {
	text := remedies[p.Code]
	if p.Suggest != "" {
		return "" // the nearest right thing says more
	}
	for i, arg := range p.Args {
		text = strings.ReplaceAll(text, "{"+strconv.Itoa(i)+"}", arg)
	}
	return text
}

package form

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"runtime"
	"strings"
	"syscall"

	"guongsang/internal/build"
	"guongsang/internal/edit"
	"guongsang/internal/source"
)

// maxText is how many bytes a request may have that is not a picture: a file's text, in JSON and with all its values once more.
const maxText = 6 * source.MaxSize

// answerer answers a request to the API with a value that becomes JSON. Errors become what errorOf makes of them.
type answerer func(r *http.Request) (any, error)

// refusal is the answer where something cannot be done. By the code a page knows what to do about it; the message is for people.
type refusal struct {
	status  int
	Code    string `json:"code"`
	Message string `json:"message"`
	// Detail is what the code needs.
	Detail any `json:"detail,omitempty"`
}

func (f *refusal) Error() string { return f.Code + ": " + f.Message }

// apiPattern is the pattern of a path below the API.
func apiPattern(path string) string {
	method, name, _ := strings.Cut(path, " ")
	return method + " " + Root + "api/" + name
}

// api answers with JSON, and only to pages that have the token.
func (s *server) api(answer answerer) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.trusted(r) {
			refuse(w, &refusal{http.StatusForbidden, "token", "Trang này đã mở từ trước khi chương trình khởi động lại. Hãy tải lại trang.", nil})
			return
		}
		value, err := answer(r)
		switch {
		case r.Context().Err() != nil: // nobody waits for the answer any more
		case err != nil:
			refuse(w, refusalOf(err))
		default:
			write(w, http.StatusOK, value)
		}
	})
}

func refuse(w http.ResponseWriter, f *refusal) { write(w, f.status, map[string]any{"error": f}) }

func write(w http.ResponseWriter, status int, value any) {
	text, err := json.Marshal(value)
	if err != nil {
		status, text = http.StatusInternalServerError, []byte(`{"error":{"code":"program","message":"Chương trình gặp lỗi khi trả lời."}}`)
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(text) // a browser that went away needs no answer
}

// read takes a request's JSON apart.
func read(r *http.Request, into any) error {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "application/json" {
		return &refusal{http.StatusUnsupportedMediaType, "request", "Yêu cầu không đúng dạng.", nil}
	}
	text, err := io.ReadAll(http.MaxBytesReader(nil, r.Body, maxText))
	if large := (*http.MaxBytesError)(nil); errors.As(err, &large) {
		return &refusal{http.StatusRequestEntityTooLarge, "large", "Bài dài quá: một tệp chỉ được tới 1 MB. Hãy tách thành nhiều bài.", nil}
	}
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, into); err != nil {
		return &refusal{http.StatusBadRequest, "request", "Yêu cầu không đúng dạng.", nil}
	}
	return nil
}

// refusalOf says in words what an error means for somebody who writes a story.
func refusalOf(err error) *refusal {
	var told *refusal
	var taken *edit.SlugTakenError
	var shared *edit.SharedFolderError
	var file *fs.PathError
	switch {
	case errors.As(err, &told):
		return told
	case errors.As(err, &taken):
		return slugTaken(taken)
	case errors.Is(err, edit.ErrReadOnly):
		return &refusal{http.StatusConflict, "read-only", "Phần đầu của bài viết bằng TOML hoặc JSON nên biểu mẫu không sửa được. Bấm “Chuyển sang YAML” rồi sửa.", nil}
	case errors.Is(err, edit.ErrTooOdd):
		return &refusal{http.StatusConflict, "odd", "Phần đầu của bài có cách viết mà biểu mẫu không sửa được từng mục. Hãy sửa trong “Xem như văn bản”.", nil}
	case errors.Is(err, edit.ErrNotText):
		return &refusal{http.StatusConflict, "not-text", "Tệp này không phải là văn bản UTF-8 nên không sửa ở đây được. Hãy mở bằng Notepad, chọn Lưu thành (Save as), ở ô Mã hóa (Encoding) chọn UTF-8.", nil}
	case errors.Is(err, edit.ErrEmpty):
		return &refusal{http.StatusConflict, "empty", "Lưu như thế thì trong tệp không còn gì. Muốn bỏ bài thì dùng “Xóa”: bài vào thùng rác và lấy lại được.", nil}
	case errors.As(err, &shared):
		return &refusal{http.StatusConflict, "shared", "Thư mục cùng tên với bài đang chứa bài khác nên chưa thêm ảnh được. Hãy đổi đường dẫn của bài trước rồi thêm ảnh.", nil}
	case errors.Is(err, edit.ErrTaken):
		return &refusal{http.StatusConflict, "taken", "Đã có tệp khác nằm đúng chỗ đó nên không ghi đè. Hãy chọn tên khác.", nil}
	case errors.Is(err, edit.ErrFixedName):
		return &refusal{http.StatusConflict, "fixed", "Tệp này mang tên do danh mục lĩnh vực quy định nên không đổi được.", nil}
	case errors.Is(err, edit.ErrPath):
		return &refusal{http.StatusBadRequest, "path", "Đường dẫn này không phải là một tệp nội dung của trang.", nil}
	case errors.Is(err, build.ErrNoContent), errors.Is(err, edit.ErrNoSite):
		return &refusal{http.StatusNotFound, "no-content", "Không thấy thư mục content/ của trang. Có thể nó đã bị đổi tên hoặc chuyển đi.", nil}
	case full(err):
		return &refusal{http.StatusInsufficientStorage, "full", "Ổ đĩa đã đầy nên không ghi được gì; tệp cũ còn nguyên. Hãy xóa bớt tệp khác rồi lưu lại.", nil}
	case errors.Is(err, fs.ErrNotExist):
		return &refusal{http.StatusNotFound, "gone", "Tệp này không còn ở đây nữa: có thể đã bị xóa, đổi tên hoặc chuyển đi.", nil}
	case errors.Is(err, fs.ErrPermission) && errors.As(err, &file):
		return &refusal{http.StatusInternalServerError, "machine", fmt.Sprintf("Máy không cho ghi %s: tệp hoặc thư mục chỉ cho đọc, hoặc đang mở trong chương trình khác. Không có gì bị thay đổi.", file.Path), nil}
	case errors.Is(err, context.Canceled):
		return &refusal{http.StatusServiceUnavailable, "stopped", "Chương trình đang dừng.", nil}
	}
	return &refusal{http.StatusInternalServerError, "machine", "Máy báo lỗi nên việc này không làm được: " + err.Error(), nil}
}

// full says that an error is a full disk's. Windows has numbers of its own for it.
func full(err error) bool {
	const diskFull, handleDiskFull = syscall.Errno(112), syscall.Errno(39)
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) ||
		runtime.GOOS == "windows" && (errors.Is(err, diskFull) || errors.Is(err, handleDiskFull))
}

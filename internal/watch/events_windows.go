package watch

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sys/windows"
)

// events listens to the folder and to everything below it through a single handle. With a handle for each folder, as on other systems, nobody could
// rename a folder that has folders in it.
type events struct {
	tree
	folder         windows.Handle
	happened, stop windows.Handle // events of Windows
	request        windows.Overlapped
	told           []byte // 64 KB, the most that a network drive takes; memory of its own, since it must lie even
}

// what is told of: names, and what stands in files.
const what = windows.FILE_NOTIFY_CHANGE_FILE_NAME | windows.FILE_NOTIFY_CHANGE_DIR_NAME | windows.FILE_NOTIFY_CHANGE_SIZE |
	windows.FILE_NOTIFY_CHANGE_LAST_WRITE

// openEvents begins to listen. The error is the system's.
func openEvents(t tree) (*events, error) {
	e := &events{tree: t, told: make([]byte, 64<<10)}
	name, err := windows.UTF16PtrFromString(t.dir)
	if err != nil {
		return nil, err
	}
	if e.folder, err = windows.CreateFile(name, windows.FILE_LIST_DIRECTORY, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE|windows.FILE_SHARE_DELETE,
		nil, windows.OPEN_EXISTING, windows.FILE_FLAG_BACKUP_SEMANTICS|windows.FILE_FLAG_OVERLAPPED, 0); err != nil {
		return nil, fmt.Errorf("listening to %s: %w", t.dir, err)
	}
	e.happened, err = windows.CreateEvent(nil, 1, 0, nil)
	if err == nil {
		e.stop, err = windows.CreateEvent(nil, 1, 0, nil)
	}
	if err == nil {
		err = e.ask()
	}
	if err != nil {
		e.close()
		return nil, err
	}
	return e, nil
}

// ask asks for the next changes. What happens between two requests is kept by the system.
func (e *events) ask() error {
	e.request = windows.Overlapped{HEvent: e.happened}
	if err := windows.ReadDirectoryChanges(e.folder, &e.told[0], uint32(len(e.told)), true, what, nil, &e.request, 0); err != nil {
		return fmt.Errorf("listening to %s: %w", e.dir, err)
	}
	return nil
}

// run tells of changes until ctx ends, or until the system cannot be listened to any more: then the error is not nil.
func (e *events) run(ctx context.Context, tell func()) error {
	defer e.close()
	defer e.cancel()
	ended := make(chan struct{})
	release := context.AfterFunc(ctx, func() {
		_ = windows.SetEvent(e.stop) // a handle of ours that is open
		close(ended)
	})
	defer func() {
		if !release() {
			<-ended
		}
	}()
	for {
		which, err := windows.WaitForMultipleObjects([]windows.Handle{e.stop, e.happened}, false, windows.INFINITE)
		if err == nil && which == windows.WAIT_OBJECT_0 {
			return nil
		}
		var n uint32
		if err == nil {
			err = windows.GetOverlappedResult(e.folder, &e.request, &n, false)
		}
		if errors.Is(err, windows.ERROR_NOTIFY_ENUM_DIR) {
			n, err = 0, nil
		}
		if err != nil {
			return fmt.Errorf("listening to %s: %w", e.dir, err)
		}
		counts := e.counts(e.told[:n])
		if err := e.ask(); err != nil {
			return err
		}
		if counts {
			tell()
		}
	}
}

// counts says whether something that was told of counts. Nothing at all says that more happened than could be told.
func (e *events) counts(told []byte) bool {
	for path := range records(told) {
		if e.has(path) {
			return true
		}
	}
	return len(told) == 0
}

// cancel takes the last request back, so that nothing is written into memory that is used for something else by then.
func (e *events) cancel() {
	if windows.CancelIoEx(e.folder, &e.request) != nil {
		return // there is none
	}
	var n uint32
	_ = windows.GetOverlappedResult(e.folder, &e.request, &n, true) // it ends as canceled
}

func (e *events) close() {
	for _, handle := range []windows.Handle{e.folder, e.happened, e.stop} {
		if handle != 0 {
			_ = windows.CloseHandle(handle) // nothing was written through it
		}
	}
}

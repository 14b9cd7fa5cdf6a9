package publish

import (
	"errors"
	"io/fs"
	"path/filepath"
)

// stageFor gives the path at which the new file p is staged, in a folder that is there: its own path, beneath the staging folder. So
// folders that the output lacks can be moved with all that is in them.
func (r *run) stageFor(p string) (string, error) {
	if err := r.openStage(); err != nil {
		return "", err
	}
	if err := r.stageFolder(above(p), kindOf(p)); err != nil {
		return "", err
	}
	return r.staged(p), nil
}

// openStage makes the staging folder when it is first needed.
func (r *run) openStage() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.stage != "" {
		return nil
	}
	made, err := r.disk.mkdirs(r.o.Dir)
	r.made = append(r.made, made...)
	if err != nil {
		return err
	}
	stage, err := r.disk.mkdirTemp(r.o.Dir)
	if err != nil {
		return err
	}
	r.stage = stage + string(filepath.Separator)
	return nil
}

// stageFolder makes a folder in the staging folder and notes for it and all above that they hold a file of that kind. Two workers
// may make one folder at once; both find it there.
func (r *run) stageFolder(dir string, kind kinds) error {
	if dir == "." {
		return nil
	}
	f := r.folder(dir)
	if f.holds&kind != 0 {
		return nil
	}
	if err := r.stageFolder(above(dir), kind); err != nil {
		return err
	}
	if f.holds == 0 {
		if err := r.disk.mkdir(r.staged(dir)); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	r.note(dir, func(f *folder) { f.holds |= kind })
	return nil
}

package publish

// list is the new list while it is handed out: which entry of the old ledger each item has. As long as the items are those of the ledger, in its
// order, nothing else is kept of them: that they fit together was found out by the run that wrote it.
type list struct {
	old   *ledger
	at    []int32 // for each item the number of its entry, or -1
	apart bool    // the list has left the ledger's
	names names   // all paths of the list, once it is apart
}

func newList(old *ledger) *list {
	return &list{old: old, at: make([]int32, 0, old.len()), apart: !old.whole}
}

// add takes the next item's path in; a *PathError if it cannot be.
func (l *list) add(p string) error {
	n := len(l.at)
	if !l.apart && n < l.old.len() && l.old.path(n) == p {
		l.at = append(l.at, int32(n))
		return nil
	}
	if err := l.leave(); err != nil {
		return err
	}
	if err := l.names.add(p); err != nil {
		return err
	}
	l.at = append(l.at, int32(l.old.find(p)))
	return nil
}

// leave leaves the ledger's list: from now on the names are known and speak for themselves.
func (l *list) leave() error {
	if l.names != nil {
		return nil
	}
	l.apart = true
	l.names = make(names, 2*l.old.len()) // most files have a folder of their own
	for _, i := range l.at {
		if err := l.names.add(l.old.path(int(i))); err != nil {
			return err
		}
	}
	return nil
}

// sameAsOld reports whether the items were exactly those of the ledger, in its order.
func (l *list) sameAsOld() bool { return !l.apart && len(l.at) == l.old.len() }

// stale is what the old ledger has and the new list has not.
func (l *list) stale() ([]string, error) {
	if l.sameAsOld() {
		return nil, nil
	}
	if err := l.leave(); err != nil {
		return nil, err
	}
	var stale []string
	for i := range l.old.len() {
		p := l.old.path(i)
		if n, ok := l.names[fold(p)]; !ok || n.folder || n.path != p {
			stale = append(stale, p)
		}
	}
	return stale, nil
}

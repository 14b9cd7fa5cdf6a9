package form_test

import (
	"context"
	"net/http"
	"os"
	"testing"
	"time"

	"guongsang/internal/build"
	"guongsang/internal/criteria"
	"guongsang/internal/form"
	"guongsang/internal/viet"
)

func TestDev(t *testing.T) {
	dir := os.Getenv("FORM_DEV")
	if dir == "" {
		t.Skip()
	}
	_ = criteria.Plan
	today := viet.DateOf(time.Now())
	session, err := build.Open(context.Background(), build.Options{Source: dir, Drafts: true, Future: true, Today: today, BaseURL: "http://127.0.0.1:1400/"})
	if err != nil {
		t.Fatal(err)
	}
	look, err := session.Look(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	h := form.New(form.Options{
		Dir: dir, Session: session, Current: func() *build.Look { return look }, Today: today,
		Changed: func(ctx context.Context) { look, err = session.Look(ctx, nil) },
	})
	http.ListenAndServe("127.0.0.1:1400", h)
}

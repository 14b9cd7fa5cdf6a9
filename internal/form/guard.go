package form

import (
	"crypto/rand"
	"crypto/subtle"
	"net"
	"net/http"
	"path/filepath"
	"slices"
	"strings"

	"guongsang/internal/digest"
)

// The form can write files, so nobody but its own page may ask it to. Three things are looked at, each of which would do against most:
//
//   - Host must name this machine: a stranger's name that leads to 127.0.0.1 (DNS rebinding) makes the browser take the form for that stranger's.
//   - Origin and Sec-Fetch-Site, which a page cannot forge, must say that the request comes from the form's own origin.
//   - tokenHeader must hold what stands in the form's page. No other origin can read it, and none can send this header without asking first.

// tokenHeader is the header in which a page sends its token.
const tokenHeader = "X-Soan-Token"

// policy lets a page of the form use what the form itself brings, and nobody show it inside of another site. Pictures may come from the page's own
// memory: those that are not saved yet.
const policy = "default-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"

// newToken is a text that nobody can guess, for as long as the program runs.
func newToken() string { return rand.Text() }

// siteName is the name of a folder that is the same in every run.
func siteName(dir string) string {
	if full, err := filepath.Abs(dir); err == nil {
		dir = full
	}
	return digest.Text(dir).Short()
}

// loopback are the names of this machine.
var loopback = []string{"127.0.0.1", "localhost", "[::1]"}

// guard refuses what cannot come from the form's page and says in the answers what a page may do.
func (s *server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if wrong := foreign(r); wrong != "" {
			http.Error(w, wrong, http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// foreign says why a request cannot come from a page of the form; empty where it may.
func foreign(r *http.Request) string {
	host := r.Host
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
		if strings.Contains(name, ":") {
			host = "[" + name + "]"
		}
	}
	if !slices.Contains(loopback, strings.ToLower(host)) {
		return "Trang soạn bài chỉ mở được trên chính máy này: gõ http://127.0.0.1 kèm số cổng mà chương trình đã in ra."
	}
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
		return "Yêu cầu này đến từ một trang web khác nên bị từ chối."
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return ""
	}
	opened := r.Method == http.MethodGet && r.URL.Path == Root && r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
	if opened { // somebody followed a link to the form: what the page then asks for is its own
		return ""
	}
	return "Yêu cầu này đến từ một trang web khác nên bị từ chối."
}

// trusted says that a request to the API carries the page's token, and, where it changes something, the origin.
func (s *server) trusted(r *http.Request) bool {
	if r.Method != http.MethodGet && r.Header.Get("Origin") == "" {
		return false
	}
	return subtle.ConstantTimeCompare([]byte(r.Header.Get(tokenHeader)), []byte(s.token)) == 1
}

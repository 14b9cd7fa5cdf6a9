package serve

import (
	"net/http"
	"slices"
	"strings"
)

// refusal says why a request is not answered: the key of a word; empty where it is.
//
// Any page of the web can ask for addresses of this machine, and its owner can give a name of theirs the number 127.0.0.1, so that the browser
// takes the two for one site. Such a request has the foreign name as its host, and all others of foreign pages say that they are: by
// Sec-Fetch-Site, and in older browsers by their Origin where they want more than to show something. Only a link may lead here.
func (s *server) refusal(r *http.Request) string {
	if !slices.Contains(s.hosts, strings.ToLower(r.Host)) {
		return "foreign-host"
	}
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+strings.ToLower(r.Host) {
		return "foreign-page"
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return ""
	}
	link := r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
	if !link || !reads(r) {
		return "foreign-page"
	}
	return ""
}

// reads says that a request changes nothing.
func reads(r *http.Request) bool { return r.Method == http.MethodGet || r.Method == http.MethodHead }

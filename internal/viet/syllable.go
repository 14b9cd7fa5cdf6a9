package viet

import "strings"

// onsets and rhymes are the parts of which a Vietnamese syllable is made, without tones, each between blanks. A rhyme is given in the
// codes of letter (A ă, B â, E ê, O ô, P ơ, U ư); u and i of qu and gi belong to the onset.
const (
	onsets = " b c ch d D g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x "
	rhymes = " a ac ach ai am an ang anh ao ap at au ay Ac Am An Ang Ap At Bc Bm Bn Bng Bp Bt Bu By " +
		"e ec em en eng eo ep et E Ech Em En Enh Ep Et Eu Eng i ia ich iEc iEm iEn iEng iEp iEt iEu im in inh ip it iu " +
		"o oa oac oach oai oam oan oang oanh oao oap oat oay oAc oAm oAn oAng oAt oc oe oen oeo oet oi om on ong ooc oong op ot " +
		"O Oc Oi Om On Ong Op Ot P Pi Pm Pn Pp Pt u ua uBn uBng uBt uBy uc uE uEch uEn uEnh ui um un ung uOc uOi uOm uOn uOng uOt " +
		"uP uy uya uych uyE uyEn uyEt uyn uynh uyp uyt uyu up ut U Ua Uc Ui Um Ung UPc UPi UPm UPn UPng UPp UPt UPu Ut Uu Un " +
		"y yEm yEn yEt yEu yEng ych yn ynh yt "
)

// isSyllable says whether a word is spelled as a Vietnamese syllable can be: a known onset and rhyme, at most one tone, on the
// right vowel in the old or the new style, and only sắc or nặng before c, ch, p, t. The word must be composed; case counts nothing.
func isSyllable(s string) bool {
	var room [8]byte
	codes := room[:0]
	tone, toneAt := level, -1
	for _, r := range s {
		code, t := letter(r)
		if code == 0 || code == wideLetter || len(codes) == len(room) || t != level && toneAt >= 0 {
			return false
		}
		if r >= 0x80 && !isVietnamese(r, code, t) {
			return false
		}
		if t != level {
			tone, toneAt = t, len(codes)
		}
		codes = append(codes, code)
	}
	at := onsetLen(codes, toneAt)
	if at == len(codes) || at > 0 && !holds(onsets, codes[:at]) || !holds(rhymes, codes[at:]) {
		return false
	}
	if last := codes[len(codes)-1]; last == 'p' || last == 't' || last == 'c' || endsInCh(codes) {
		if tone != sac && tone != nang {
			return false
		}
	}
	return toneAt < 0 || takesTone(codes[at:], toneAt-at)
}

// isVietnamese says whether r is one of the 134 Vietnamese letters with a mark.
func isVietnamese(r rune, code, tone byte) bool {
	switch r {
	case 'đ', 'Đ':
		return true
	}
	return isVowel(code) && lower(r) == withTone(signOf(code), tone)
}

// onsetLen counts the letters of the onset: all before the first vowel, with the u of qu and the i of gi if another vowel follows
// and the tone does not stand on that u or i (già is gi and à, gịa is g and ịa).
func onsetLen(codes []byte, toneAt int) int {
	at := 0
	for at < len(codes) && !isVowel(codes[at]) {
		at++
	}
	if at == 0 || at+1 >= len(codes) || !isVowel(codes[at+1]) || toneAt == at {
		return at
	}
	if at == 1 && (codes[0] == 'q' && codes[1] == 'u' || codes[0] == 'g' && codes[1] == 'i') {
		at++
	}
	return at
}

// holds says whether a list has the part that the codes make.
func holds(list string, codes []byte) bool {
	var room [10]byte
	part := append(room[:0], ' ')
	part = append(part, codes...)
	part = append(part, ' ')
	return strings.Contains(list, string(part))
}

// endsInCh says whether the letters end in ch.
func endsInCh(codes []byte) bool {
	n := len(codes)
	return n > 1 && codes[n-2] == 'c' && codes[n-1] == 'h'
}

// takesTone says whether the vowel at a place in a rhyme is the one that a tone is written on.
func takesTone(rhyme []byte, at int) bool {
	vowels := 0
	for vowels < len(rhyme) && isVowel(rhyme[vowels]) {
		vowels++
	}
	for i := vowels - 1; i >= 0; i-- {
		if rhyme[i] < 'a' {
			return at == i // a letter with a sign of its own; of ươ the second
		}
	}
	switch pair := string(rhyme[:vowels]); {
	case vowels == 1:
		return at == 0
	case vowels == 3:
		return at == 1
	case vowels < len(rhyme):
		return at == 1
	case pair == "oa" || pair == "oe" || pair == "uy":
		return at == 0 || at == 1
	}
	return at == 0
}

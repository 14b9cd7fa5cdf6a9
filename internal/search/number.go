package search

// Numbers are written with 93 signs, all that stand in a JavaScript string as they are: the codes from 32 to 126 without the quote and the backslash,
// worth 0 to 92. Small numbers take one sign, since most are small:
//
//	first sign   worth
//	0-67         itself
//	68-79        68 + (first-68)·93 + next
//	80-91        1184 + (first-80)·93² + next two
//	92           104972 + next four
const (
	signs   = 93
	oneSign = 68
	two     = 12 // first signs that begin a number of two, and as many of three
	twoSign = oneSign + two*signs
	three   = twoSign + two*signs*signs
)

// sign is the sign that is worth v.
func sign(v uint32) byte {
	c := byte(v) + ' '
	if c >= '"' {
		c++
	}
	if c >= '\\' {
		c++
	}
	return c
}

// worth is what a sign is worth; that of others, but for the quote and the backslash, is over 92.
func worth(c byte) uint32 {
	switch {
	case c > '\\':
		return uint32(c) - ' ' - 2
	case c > '"':
		return uint32(c) - ' ' - 1
	}
	return uint32(c) - ' ' // of a sign below the blank a very large number
}

// appendNumber writes a number below 93⁴.
func appendNumber(b []byte, n uint32) []byte {
	switch {
	case n < oneSign:
		return append(b, sign(n))
	case n < twoSign:
		n -= oneSign
		return append(b, sign(oneSign+n/signs), sign(n%signs))
	case n < three:
		n -= twoSign
		return append(b, sign(oneSign+two+n/(signs*signs)), sign(n/signs%signs), sign(n%signs))
	}
	n -= three
	return append(b, sign(signs-1), sign(n/(signs*signs*signs)%signs), sign(n/(signs*signs)%signs), sign(n/signs%signs), sign(n%signs))
}

// Number appends a number that is not below zero.
func Number(b []byte, n int) []byte { return appendNumber(b, uint32(n)) }

// takeNumber reads a number from the beginning of s and gives how many signs it has, 0 where there is none.
func takeNumber(s []byte) (n uint32, size int) {
	if len(s) == 0 {
		return 0, 0
	}
	first := worth(s[0])
	if first < oneSign {
		return first, 1
	}
	switch {
	case first < oneSign+two:
		n, size = first-oneSign, 2
	case first < oneSign+2*two:
		n, size = first-oneSign-two, 3
	case first == signs-1:
		size = 5
	default:
		return 0, 0
	}
	if len(s) < size {
		return 0, 0
	}
	for _, c := range s[1:size] {
		v := worth(c)
		if v >= signs {
			return 0, 0
		}
		n = n*signs + v
	}
	return n + [...]uint32{2: oneSign, 3: twoSign, 5: three}[size], size
}

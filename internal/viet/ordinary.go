package viet

// Every text is run over several times on its way (is it UTF-8, is it composed, how many words has it), and of the bytes of Vietnamese more than
// a third belong to letters with marks: code that branches at them spends most of its time on wrong guesses. So here, and for Words, are
// machines that step from byte to byte without a branch. A state is the place of a field of 6 bits in a word, and each sort of byte has
// one word, which holds in the field of each state the state that follows: a step is two looks into tables, which wait for nothing, and one shift.
// There is room for ten states. State 0 is the end of what a machine knows: a field that nobody filled leads there, and there it stays.
// Whoever runs a machine sees after each piece whether it came to that, and reads such a piece slowly.

const (
	piece     = 64 // bytes between two looks at the state
	stateMask = 63 // above these bits are the fields of other states
)

// The states of Ordinary, by what comes next.
const (
	anyStart    = 6 * (1 + iota) // the first byte of a code point
	anyTail                      // the last byte of any letter
	signTail                     // the last byte of a sign from U+00A1 to U+00BF
	letterMid                    // the second byte of a letter from U+1E00 to U+1EFF
	generalMid                   // the second byte of a dash, a quote or the like
	generalTail                  // the last byte of one
)

// ordinarySorts gives the sort of each byte. A blank is one that ordinary text does not have.
const ordinarySorts = "" +
	"         aa                     aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" +
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa " +
	"pqqqqqqqqqqqqqqqrrrrrrrrrrrrrrrrrsssssssttttttttttttttttuuuutttt" +
	"  bccccccccc                     de                             "

// ordinarySteps gives the steps of each sort.
var ordinarySteps = [256]uint64{
	'a': anyStart << anyStart,   // ASCII
	'b': signTail << anyStart,   // C2
	'c': anyTail << anyStart,    // C3 to CB: U+00C0 to U+02FF
	'd': letterMid << anyStart,  // E1
	'e': generalMid << anyStart, // E2
	'p': anyStart<<anyTail | generalTail<<generalMid,
	'q': anyStart << anyTail,
	'r': anyStart<<anyTail | anyStart<<generalTail,
	's': anyStart<<anyTail | anyStart<<generalTail | anyStart<<signTail,
	't': anyStart<<anyTail | anyStart<<signTail,
	'u': anyStart<<anyTail | anyStart<<signTail | anyTail<<letterMid,
}

// Ordinary says how much of s, from its beginning, surely is ordinary text of Vietnamese or another language in Latin letters: so many bytes,
// that hold whole code points in UTF-8, from ASCII without controls but the tab and the end of a line, from the letters and signs of U+00A1 to
// U+02FF and U+1E00 to U+1EFF, and from the dashes, quotes and the like of U+2010 to U+2027. Such text is composed as well. If that is not all of s,
// something within the next 65 bytes is not.
func Ordinary[T string | []byte](s T) int {
	state := uint64(anyStart)
	for from := 0; from < len(s); from += piece {
		part, before := s[from:min(from+piece, len(s))], state
		for i := range len(part) {
			state = ordinarySteps[ordinarySorts[part[i]]] >> (state & stateMask)
		}
		state &= stateMask
		if state == 0 || state != anyStart && from+len(part) == len(s) {
			if before != anyStart { // the piece began within a code point
				from--
				for isTail(s[from]) {
					from--
				}
			}
			return from
		}
	}
	return len(s)
}

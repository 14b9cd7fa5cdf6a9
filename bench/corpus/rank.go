package corpus

import (
	"math"
	"math/rand/v2"
)

// rank draws a place in a list of n whose first entries are the commoner ones: entry k weighs about 1/(k+1)^s, after Zipf. It inverts the
// integral of the weights, which needs no table.
func rank(r *rand.Rand, n int, s float64) int {
	u := r.Float64()
	var x float64
	if s == 1 {
		x = math.Pow(float64(n)+1, u)
	} else {
		e := 1 - s
		x = math.Pow(1+u*(math.Pow(float64(n)+1, e)-1), 1/e)
	}
	return min(int(x)-1, n-1)
}

//go:build unix && !linux

package main

import "errors"

func giveUpRights() error {
	return errors.New("run the tests as an ordinary user: here root cannot give up its rights")
}

package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"

	"guongsang/internal/build"
)

// document is what the tests want to know of a manifest in deploy/.
type document struct {
	Kind string
	Data map[string]string
	Spec struct {
		CompletionMode string `yaml:"completionMode"`
		Completions    int
		Template       struct {
			Spec struct {
				InitContainers []container `yaml:"initContainers"`
				Containers     []container
			}
		}
	}
	Jobs map[string]struct {
		Strategy struct {
			Matrix struct{ Part []int }
		}
		Steps []step
	}
}

type container struct {
	Name          string
	Command, Args []string
}

type step struct {
	Run string
	Env map[string]string
}

// manifests reads a file of deploy/.
func manifests(t *testing.T, name string) (all []document) {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "deploy", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for decoder := yaml.NewDecoder(f); ; {
		var d document
		if err := decoder.Decode(&d); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all = append(all, d)
	}
}

// The scripts of the Kubernetes manifests are such as a shell reads, and the one that builds makes of all its parts the whole site.
func TestKubernetesJob(t *testing.T) {
	docs := append(manifests(t, "kubernetes-indexed-job.yaml"), manifests(t, "kubernetes-switch-job.yaml")...)
	if len(docs) != 3 || docs[0].Kind != "ConfigMap" || docs[1].Kind != "Job" || docs[2].Kind != "Job" {
		t.Fatalf("%d documents", len(docs))
	}
	settings, job := docs[0].Data, docs[1].Spec
	if job.CompletionMode != "Indexed" || settings["PARTS"] != strconv.Itoa(job.Completions) {
		t.Errorf("%d completions %q, and PARTS is %q", job.Completions, job.CompletionMode, settings["PARTS"])
	}
	site, public := sampleFolder(t), filepath.Join(t.TempDir(), "public")
	maps.Copy(settings, map[string]string{"SITE": site, "PUBLIC": public, "SOURCE_DATE_EPOCH": "1717200000"})
	built := false
	for _, d := range docs[1:] {
		pod := d.Spec.Template.Spec
		for _, c := range append(pod.InitContainers, pod.Containers...) {
			if strings.Join(c.Command, " ") != "/bin/sh -ec" || len(c.Args) != 1 {
				t.Fatalf("container %s runs %q with %d arguments", c.Name, c.Command, len(c.Args))
			}
			shell(t, t.TempDir(), settings, "-n", "-c", c.Args[0])
			if c.Name != "build" {
				continue
			}
			built = true
			for i := range job.Completions {
				settings["JOB_COMPLETION_INDEX"] = strconv.Itoa(i)
				shell(t, t.TempDir(), settings, "-ec", c.Args[0])
			}
		}
	}
	if !built {
		t.Fatal("no container is called build")
	}
	wantWhole(t, site, public)
}

// So does the matrix of the workflow.
func TestGitHubMatrix(t *testing.T) {
	jobs := manifests(t, "github-actions-matrix.yml")[0].Jobs
	site := sampleFolder(t)
	built := false
	for _, job := range jobs {
		for _, s := range job.Steps {
			shell(t, t.TempDir(), nil, "-n", "-c", s.Run)
			if !strings.Contains(s.Run, "guongsang build") {
				continue
			}
			built = true
			for _, part := range job.Strategy.Matrix.Part {
				env := map[string]string{}
				for name, value := range s.Env {
					env[name] = strings.NewReplacer("${{ matrix.part }}", strconv.Itoa(part),
						"${{ strategy.job-total }}", strconv.Itoa(len(job.Strategy.Matrix.Part)), "${{ needs.day.outputs.epoch }}", "1717200000").Replace(value)
				}
				shell(t, site, env, "-ec", s.Run)
			}
		}
	}
	if !built {
		t.Fatal("no step builds")
	}
	wantWhole(t, site, filepath.Join(site, "public"))
}

// Every command in the page about parts is one that the program takes.
func TestCommandsInShardsPage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "shards.md"))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for line := range strings.Lines(string(page)) {
		args, ok := strings.CutPrefix(strings.TrimSpace(line), "guongsang ")
		if !ok {
			continue
		}
		found++
		s, _ := newScreen(nil, io.Discard, io.Discard)
		cmd, rest, err := newRoot(s).Find(strings.Fields(args))
		if err == nil {
			err = cmd.ParseFlags(rest)
		}
		if err == nil {
			err = cmd.ValidateArgs(cmd.Flags().Args())
		}
		if err != nil {
			t.Errorf("%s: %v", strings.TrimSpace(line), err)
			continue
		}
		if flag := cmd.Flags().Lookup("shard"); flag != nil && flag.Changed {
			if _, ok := build.ParseShard(flag.Value.String()); !ok {
				t.Errorf("%s: there is no such part", strings.TrimSpace(line))
			}
		}
	}
	if found == 0 {
		t.Error("the page shows no command")
	}
}

// shell runs /bin/sh in a folder; the program is found in PATH as guongsang.
func shell(t *testing.T, dir string, env map[string]string, args ...string) {
	t.Helper()
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no sh here")
	}
	cmd := exec.Command(sh, args...)
	cmd.Dir, cmd.Env = dir, os.Environ()
	for name, value := range env {
		cmd.Env = append(cmd.Env, name+"="+value)
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s\n%v\n%s", args[len(args)-1], err, out)
	}
}

// sampleFolder is a copy of the site that comes with the program.
func sampleFolder(t *testing.T) string {
	t.Helper()
	root, dir := filepath.Join("..", ".."), t.TempDir()
	for _, part := range []string{"content", "static"} {
		if err := os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join(root, part))); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(filepath.Join(root, "site.yaml"))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "site.yaml"), text, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// wantWhole fails unless a folder holds exactly what one build of the whole site makes.
func wantWhole(t *testing.T, site, got string) {
	t.Helper()
	want := filepath.Join(t.TempDir(), "whole")
	t.Setenv("SOURCE_DATE_EPOCH", "1717200000")
	if status := run(context.Background(), []string{"build", "--source", site, "--output", want, "--quiet"}, io.Discard, io.Discard); status != exitDone {
		t.Fatalf("the whole site: exit status %d", status)
	}
	if d := cmp.Diff(contents(t, want), contents(t, got)); d != "" {
		t.Errorf("the parts are not the whole (-want +got):\n%s", d)
	}
}

// contents reads all files of a folder.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// The contract in Go, by AWS's library for it.
//
// Without what only the old runtime go1.x needs, without symbols, and without C:
// CGO_ENABLED=0 go build -tags lambda.norpc -trimpath -ldflags='-s -w'
package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

const (
	defaultN = 40
	maxN     = 78 // the largest whose Fibonacci number a JSON number carries exactly
	items    = 100_000
)

type answer struct {
	StatusCode int               `json:"statusCode"`
	Headers    map[string]string `json:"headers"`
	Body       string            `json:"body"`
}

func main() {
	lambda.Start(handle)
}

// An event may be any JSON; of a function URL's only the query is read.
func handle(event any) (answer, error) {
	status, body := 200, ""
	switch given := member(member(event, "queryStringParameters"), "n").(type) {
	case nil:
		body = measure(defaultN)
	case string:
		if n, ok := number(given); ok {
			body = measure(n)
		} else {
			status, body = 400, refusal(`"`+given+`"`)
		}
	default:
		status, body = 400, refusal("not a string")
	}
	return answer{status, map[string]string{"content-type": "application/json"}, body}, nil
}

func member(value any, name string) any {
	object, _ := value.(map[string]any)
	return object[name]
}

func number(given string) (int, bool) {
	digits := len(given) <= 10 && strings.Trim(given, "0123456789") == ""
	n, err := strconv.Atoi(given)
	return n, digits && err == nil && n <= maxN
}

func measure(n int) string {
	start := time.Now()
	a, b := uint64(0), uint64(1)
	for i := 0; i < n; i++ {
		a, b = b, a+b
	}
	computed := time.Now()
	squares := make([]uint64, items)
	for i := range squares {
		squares[i] = uint64(i) * uint64(i)
	}
	allocated := time.Now()
	// Outside the timed part, but in the answer.
	checksum := uint64(0)
	for _, square := range squares {
		checksum += square
	}
	return fmt.Sprintf(`{"runtime": "go", "fib_result": %d, "fib_n": %d, "compute_ms": %s, "alloc_items": %d, "alloc_ms": %s, "total_ms": %s, "checksum": %d}`,
		a, n, milliseconds(computed.Sub(start)), len(squares), milliseconds(allocated.Sub(computed)),
		milliseconds(allocated.Sub(start)), checksum)
}

func milliseconds(duration time.Duration) string {
	return fmt.Sprintf("%d.%06d", duration.Nanoseconds()/1e6, duration.Nanoseconds()%1e6)
}

func refusal(is string) string {
	message := fmt.Sprintf("n is %s, expected a whole number from 0 to %d", is, maxN)
	return `{"error": ` + quoted(message) + `}`
}

// As encoding/json has it, but without escapes for HTML and JavaScript.
func quoted(text string) string {
	var to strings.Builder
	encoder := json.NewEncoder(&to)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(text) // of a string it cannot fail
	return strings.NewReplacer(`\\`, `\\`, `\u2028`, "\u2028", `\u2029`, "\u2029").
		Replace(strings.TrimSuffix(to.String(), "\n"))
}

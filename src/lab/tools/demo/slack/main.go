// Command slack is the lab's receiver of notifications. It takes what Slack's incoming webhooks take, refuses what
// they refuse (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks), and shows what came.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"regexp"
	"sync"
	"time"
)

const keep = 200

type message struct {
	At      time.Time       `json:"at"`
	Channel string          `json:"channel"`
	Payload json.RawMessage `json:"payload"`
}

var (
	mu       sync.Mutex
	messages []message
	path     = regexp.MustCompile(`^/services/T[A-Z0-9]+/B[A-Z0-9]+/[A-Za-z0-9]+$`)
)

// The fields of a payload that the receiver looks at; Slack takes attachments of at most a hundred.
type payload struct {
	Text        string `json:"text"`
	Channel     string `json:"channel"`
	Attachments []struct {
		Title    string   `json:"title"`
		Text     string   `json:"text"`
		Fallback string   `json:"fallback"`
		MrkdwnIn []string `json:"mrkdwn_in"`
	} `json:"attachments"`
}

func refuse(w http.ResponseWriter, status int, reason string) {
	log.Printf("level=warn msg=\"payload refused\" status=%d reason=%s", status, reason)
	http.Error(w, reason, status)
}

func webhook(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		refuse(w, http.StatusMethodNotAllowed, "method_not_allowed")
		return
	}
	if !path.MatchString(r.URL.Path) {
		refuse(w, http.StatusNotFound, "no_service")
		return
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	var p payload
	if err != nil || json.Unmarshal(body, &p) != nil {
		refuse(w, http.StatusBadRequest, "invalid_payload")
		return
	}
	if p.Text == "" && len(p.Attachments) == 0 {
		refuse(w, http.StatusBadRequest, "no_text")
		return
	}
	if len(p.Attachments) > 100 {
		refuse(w, http.StatusBadRequest, "too_many_attachments")
		return
	}
	for _, a := range p.Attachments {
		if a.Text == "" && a.Fallback == "" && a.Title == "" {
			refuse(w, http.StatusBadRequest, "no_text")
			return
		}
	}
	mu.Lock()
	messages = append(messages, message{time.Now().UTC(), p.Channel, body})
	if len(messages) > keep {
		messages = messages[len(messages)-keep:]
	}
	mu.Unlock()
	log.Printf("level=info msg=\"message taken\" channel=%q attachments=%d", p.Channel, len(p.Attachments))
	fmt.Fprint(w, "ok")
}

func main() {
	listen := flag.String("listen", ":8080", "address to serve on")
	flag.Parse()
	http.HandleFunc("/services/", webhook)
	http.HandleFunc("/messages", func(w http.ResponseWriter, _ *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		w.Header().Set("Content-Type", "application/json")
		if messages == nil {
			fmt.Fprint(w, "[]")
			return
		}
		_ = json.NewEncoder(w).Encode(messages)
	})
	http.HandleFunc("/ready", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	log.Printf("level=info msg=\"slack listens\" address=%s", *listen)
	log.Fatal(http.ListenAndServe(*listen, nil))
}

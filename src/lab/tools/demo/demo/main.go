// Command demo is the lab's application: a small shop whose only purpose is to be scraped.
// It serves the Prometheus text format by hand, so that it needs no module.
package main

import (
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"net/http"
	"sync"
	"time"
)

var (
	mu     sync.Mutex
	orders = map[string]float64{"created": 0, "paid": 0, "refunded": 0}
	queue  float64
)

func work() {
	for range time.Tick(250 * time.Millisecond) {
		mu.Lock()
		orders["created"] += rand.Float64() * 4
		orders["paid"] += rand.Float64() * 3
		orders["refunded"] += rand.Float64() * 0.1
		queue = 5 + rand.Float64()*10
		mu.Unlock()
	}
}

func metrics(w http.ResponseWriter, _ *http.Request) {
	mu.Lock()
	defer mu.Unlock()
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	fmt.Fprintln(w, "# HELP shop_orders_total Orders by state.\n# TYPE shop_orders_total counter")
	for _, state := range []string{"created", "paid", "refunded"} {
		fmt.Fprintf(w, "shop_orders_total{state=%q} %g\n", state, orders[state])
	}
	fmt.Fprintf(w, "# HELP shop_queue_length Orders that wait.\n# TYPE shop_queue_length gauge\nshop_queue_length %g\n", queue)
}

func main() {
	listen := flag.String("listen", ":8080", "address to serve on")
	flag.Parse()
	go work()
	http.HandleFunc("/metrics", metrics)
	http.HandleFunc("/ready", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	log.Printf("level=info msg=\"demo listens\" address=%s", *listen)
	log.Fatal(http.ListenAndServe(*listen, nil))
}

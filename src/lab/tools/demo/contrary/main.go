// Command contrary is the lab's ill-behaved server: it stands where a real one should, and answers as its flags say.
// Drills put it in the place of a scrape target, of a gateway before Receive, or of a notification's receiver.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"flag"
	"fmt"
	"io"
	"log"
	"math/big"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync/atomic"
	"time"
)

var (
	listen  = flag.String("listen", ":8080", "address to serve on")
	status  = flag.Int("status", 200, "status of each answer; 0 passes the request on to -to")
	body    = flag.String("body", "", "body of each answer")
	kind    = flag.String("content-type", "text/plain; version=0.0.4", "content type of each answer")
	header  = flag.String("header", "", "one more header, as Name: value")
	delay   = flag.Duration("delay", 0, "time before each answer")
	series  = flag.Int("series", 0, "answer with an exposition of so many series, with a label that never repeats")
	churn   = flag.Bool("churn", false, "new series with each answer")
	stamps  = flag.String("stamps", "", "timestamps of the exposition: same, old or future")
	limit   = flag.Int64("limit", 0, "refuse bodies above so many bytes with 413")
	to      = flag.String("to", "", "address that requests are passed on to, where the status is 0")
	secured = flag.String("tls", "", "serve TLS with a certificate that is self-signed, expired or for another-name")
)

func exposition(w io.Writer, answer int) {
	fmt.Fprintln(w, "# HELP session_requests_total Requests by session.\n# TYPE session_requests_total counter")
	stamp := ""
	switch now := time.Now(); *stamps {
	case "same":
		stamp = fmt.Sprint(" ", now.Truncate(time.Hour).UnixMilli())
	case "old":
		stamp = fmt.Sprint(" ", now.Add(-6*time.Hour).UnixMilli())
	case "future":
		stamp = fmt.Sprint(" ", now.Add(2*time.Hour).UnixMilli())
	}
	for i := range *series {
		session := i
		if *churn {
			session += answer * *series
		}
		fmt.Fprintf(w, "session_requests_total{session_id=\"s-%08d\"} %d%s\n", session, answer, stamp)
	}
}

func certificate() tls.Certificate {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		log.Fatal(err)
	}
	from, until, names := time.Now().Add(-48*time.Hour), time.Now().Add(240*time.Hour), flag.Args()
	if *secured == "expired" {
		until = time.Now().Add(-24 * time.Hour)
	}
	if *secured == "another-name" {
		names = []string{"somewhere-else.example"}
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "contrary"}, NotBefore: from, NotAfter: until,
		DNSNames: names, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		log.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

func main() {
	flag.Parse()
	var proxy http.Handler
	if *to != "" {
		target, err := url.Parse(*to)
		if err != nil {
			log.Fatal(err)
		}
		proxy = httputil.NewSingleHostReverseProxy(target)
	}
	var answers atomic.Int64
	mux := http.NewServeMux()
	mux.HandleFunc("/ready", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(*delay)
		answer := int(answers.Add(1))
		if *limit > 0 && r.ContentLength > *limit {
			http.Error(w, "request entity too large", http.StatusRequestEntityTooLarge)
			return
		}
		if *status == 0 && proxy != nil {
			proxy.ServeHTTP(w, r)
			return
		}
		if name, value, ok := strings.Cut(*header, ": "); ok {
			w.Header().Set(name, value)
		}
		w.Header().Set("Content-Type", *kind)
		w.WriteHeader(*status)
		if *series > 0 {
			exposition(w, answer)
			return
		}
		fmt.Fprintln(w, *body)
	})
	server := &http.Server{Addr: *listen, Handler: mux}
	log.Printf("level=info msg=\"contrary listens\" address=%s", *listen)
	if *secured == "" {
		log.Fatal(server.ListenAndServe())
	}
	server.TLSConfig = &tls.Config{Certificates: []tls.Certificate{certificate()}}
	log.Fatal(server.ListenAndServeTLS("", ""))
}

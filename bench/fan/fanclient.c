/* SPDX-License-Identifier: EUPL-1.2
 *
 * fanclient - one epoll process that plays every receiver and every sender of
 * a group-messaging benchmark.  It knows no protocol: script.py hands it a
 * script of "send these bytes / wait for these bytes" steps per connection and
 * one publish template per group.  A message is recognised by the marker
 * "@@M" + 10 decimal digits, which it rewrites in the template before sending
 * and looks for in every receiver's byte stream.
 *
 * build: gcc -O2 -o fanclient fanclient.c
 * usage: fanclient SCRIPT latency ROUNDS GAP_MS  [PIDS]
 *        fanclient SCRIPT closed  SECONDS WARM_S [PIDS]
 *        fanclient SCRIPT idle    HOLD_S  0      [PIDS]
 * PIDS: comma list of server processes; their CPU and memory are reported.
 *
 * script lines:  A ip port (receivers) | B ip port (senders, if elsewhere) | C R group | C S group | > HEX | < HEX
 *                P group HEX (publish)  | E HEX (reply a sender must see)
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

typedef struct {
    int wait;
    unsigned char *b;
    int n;
} Step;
typedef struct {
    int fd, group, ns, cap, cur, ready;
    char role;
    Step *steps;
    unsigned char *h;
    int hn, hc;                 /* handshake input */
    unsigned char tail[16];
    int tn;                     /* last bytes, for split markers */
} Conn;
typedef struct {
    int members, got, sender, want_reply;
    unsigned char *pub;
    int pn, mark;
    uint64_t seq;
    int64_t t0;
    int64_t *at;
} Group;

static Conn *C;
static int nc, cc;
static Group *G;
static int ng;
static unsigned char *reply;
static int replyn;
static struct sockaddr_in addr, sender_addr;
static int ep, nready, started;
static unsigned char buf[1 << 18];
static uint64_t seqno, deliveries, bytes_in;
static int measuring;
static int64_t *lat;
static int nlat, clat;
static int closed_mode, stopping;

static int64_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void die(const char *m)
{
    perror(m);
    exit(1);
}

static int cmp(const void *a, const void *b)
{
    int64_t x = *(int64_t *) a, y = *(int64_t *) b;
    return x < y ? -1 : x > y;
}

static unsigned char *unhex(const char *s, int *n)
{
    int l = strspn(s, "0123456789abcdef") / 2;
    unsigned char *r = malloc(l + 1);
    for (int i = 0; i < l; i++) {
        unsigned v;
        sscanf(s + 2 * i, "%2x", &v);
        r[i] = v;
    }
    r[l] = 0;
    *n = l;
    return r;
}

static void put(Conn * c, const unsigned char *b, int n)
{
    while (n) {
        ssize_t w = send(c->fd, b, n, MSG_NOSIGNAL);
        if (w < 0) {
            if (errno == EAGAIN) {
                usleep(100);
                continue;
            }
            fprintf(stderr, "conn role %c group %d step %d: ", c->role, c->group, c->cur);
            die("send");
        }
        b += w;
        n -= w;
    }
}

static void open_conn(int i)
{
    Conn *c = &C[i];
    c->fd = socket(AF_INET, SOCK_STREAM, 0);
    if (c->fd < 0)
        die("socket");
    /* spread source addresses so that very many connections have ports */
    struct sockaddr_in src = {.sin_family = AF_INET };
    src.sin_addr.s_addr = htonl(0x7f000001 + (i / 20000));
    bind(c->fd, (void *) &src, sizeof src);
    struct sockaddr_in *to = c->role == 'S' && sender_addr.sin_port ? &sender_addr : &addr;
    if (connect(c->fd, (void *) to, sizeof *to))
        die("connect");
    int one = 1;
    setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    fcntl(c->fd, F_SETFL, O_NONBLOCK);
    struct epoll_event e = {.events = EPOLLIN,.data.u32 = i };
    epoll_ctl(ep, EPOLL_CTL_ADD, c->fd, &e);
}

static void advance(Conn * c)
{
    while (c->cur < c->ns) {
        Step *s = &c->steps[c->cur];
        if (!s->wait) {
            put(c, s->b, s->n);
            c->cur++;
            continue;
        }
        unsigned char *p = c->hn ? memmem(c->h, c->hn, s->b, s->n) : NULL;
        if (!p)
            return;
        int used = p - c->h + s->n;
        memmove(c->h, c->h + used, c->hn - used);
        c->hn -= used;
        c->cur++;
    }
    c->ready = 1;
    nready++;
    free(c->h);
    c->h = NULL;
}

static void publish(int g)
{
    Group *x = &G[g];
    char d[16];
    x->seq = ++seqno;
    x->got = 0;
    x->want_reply = replyn > 0;
    snprintf(d, sizeof d, "%010llu", (unsigned long long) x->seq);
    memcpy(x->pub + x->mark + 3, d, 10);
    x->t0 = now();
    put(&C[x->sender], x->pub, x->pn);
}

static void maybe_done(int g)
{
    Group *x = &G[g];
    if (x->got < x->members || x->want_reply)
        return;
    if (closed_mode) {
        if (measuring) {
            if (nlat == clat)
                lat = realloc(lat, (clat = clat * 2 + 1024) * 8);
            lat[nlat++] = now() - x->t0;
        }
        if (!stopping)
            publish(g);
    }
}

static void on_data(Conn * c, unsigned char *b, int n)
{
    bytes_in += n;
    if (!c->ready) {
        if (c->hn + n > c->hc)
            c->h = realloc(c->h, c->hc = (c->hn + n) * 2);
        memcpy(c->h + c->hn, b, n);
        c->hn += n;
        advance(c);
        if (!c->ready && c->hn > 65536) {
            memmove(c->h, c->h + c->hn - 4096, 4096);
            c->hn = 4096;
        }
        return;
    }
    Group *x = &G[c->group];
    if (c->role == 'S') {
        if (x->want_reply && memmem(b, n, reply, replyn)) {
            x->want_reply = 0;
            maybe_done(c->group);
        }
        return;
    }
    /* prepend the tail kept from the last read (room is kept before buf) */
    unsigned char *s = b - c->tn;
    memcpy(s, c->tail, c->tn);
    int l = n + c->tn, o = 0;
    for (;;) {
        unsigned char *p = l - o >= 13 ? memmem(s + o, l - o, "@@M", 3) : NULL;
        if (!p || p + 13 > s + l)
            break;
        uint64_t q = 0;
        for (int i = 3; i < 13; i++)
            q = q * 10 + (p[i] - '0');
        o = p - s + 13;
        if (q == x->seq && x->got < x->members) {
            if (x->at)
                x->at[x->got] = now() - x->t0;
            x->got++;
            if (measuring)
                deliveries++;
            if (x->got == x->members)
                maybe_done(c->group);
        }
    }
    int keep = l - o < 12 ? l - o : 12;
    memcpy(c->tail, s + l - keep, keep);
    c->tn = keep;
}

static void pump(int ms)
{
    struct epoll_event ev[512];
    int k = epoll_wait(ep, ev, 512, ms);
    for (int i = 0; i < k; i++) {
        Conn *c = &C[ev[i].data.u32];
        ssize_t n = recv(c->fd, buf + 64, sizeof buf - 64, 0);
        if (n <= 0) {
            if (n < 0 && errno == EAGAIN)
                continue;
            fprintf(stderr, "closed: role %c group %d step %d ready %d\n", c->role, c->group, c->cur, c->ready);
            exit(2);
        }
        on_data(c, buf + 64, n);
    }
}

static double server_cpu(const char *pids)
{
    double t = 0;
    char *d = strdup(pids), *sv, *p;
    for (p = strtok_r(d, ",", &sv); p; p = strtok_r(NULL, ",", &sv)) {
        char f[64], l[1024];
        snprintf(f, sizeof f, "/proc/%s/stat", p);
        FILE *h = fopen(f, "r");
        if (!h)
            continue;
        if (fgets(l, sizeof l, h)) {
            char *q = strrchr(l, ')');
            unsigned long u, s;
            if (q && sscanf(q + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &u, &s) == 2)
                t += (u + s) / (double) sysconf(_SC_CLK_TCK);
        }
        fclose(h);
    }
    free(d);
    return t;
}

static long server_pss(const char *pids)
{
    long t = 0;
    char *d = strdup(pids), *sv, *p;
    for (p = strtok_r(d, ",", &sv); p; p = strtok_r(NULL, ",", &sv)) {
        char f[64], l[256];
        long v;
        snprintf(f, sizeof f, "/proc/%s/smaps_rollup", p);
        FILE *h = fopen(f, "r");
        if (!h)
            continue;
        while (fgets(l, sizeof l, h))
            if (sscanf(l, "Pss: %ld", &v) == 1)
                t += v;
        fclose(h);
    }
    free(d);
    return t;
}

static double own_cpu(void)
{
    struct rusage r;
    getrusage(RUSAGE_SELF, &r);
    return r.ru_utime.tv_sec + r.ru_stime.tv_sec + (r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e6;
}

static long sock_kb(void)
{
    long pages = 0;
    FILE *h = fopen("/proc/net/sockstat", "r");
    char l[256];
    while (h && fgets(l, sizeof l, h))
        sscanf(l, "TCP: %*s %*d %*s %*d %*s %*d %*s %*d mem %ld", &pages);
    if (h)
        fclose(h);
    return pages * 4;
}

int main(int argc, char **argv)
{
    if (argc < 5) {
        fprintf(stderr, "usage: fanclient SCRIPT latency|closed|idle A B [PIDS]\n");
        return 1;
    }
    const char *mode = argv[2], *pids = argc > 5 ? argv[5] : "";
    double a = atof(argv[3]), b = atof(argv[4]);
    ep = epoll_create1(0);
    addr.sin_family = AF_INET;
    FILE *f = fopen(argv[1], "r");
    if (!f)
        die("script");
    char *line = NULL;
    size_t lc = 0;
    while (getline(&line, &lc, f) > 0) {
        if (line[0] == 'A') {
            char ip[64];
            int port;
            sscanf(line + 2, "%63s %d", ip, &port);
            inet_pton(AF_INET, ip, &addr.sin_addr);
            addr.sin_port = htons(port);
        } else if (line[0] == 'B') {
            char ip[64];
            int port;
            sscanf(line + 2, "%63s %d", ip, &port);
            sender_addr.sin_family = AF_INET;
            inet_pton(AF_INET, ip, &sender_addr.sin_addr);
            sender_addr.sin_port = htons(port);
        } else if (line[0] == 'C') {
            if (nc == cc)
                C = realloc(C, (cc = cc * 2 + 64) * sizeof *C);
            Conn *c = &C[nc++];
            memset(c, 0, sizeof *c);
            sscanf(line + 2, "%c %d", &c->role, &c->group);
            if (c->group >= ng) {
                G = realloc(G, (c->group + 1) * sizeof *G);
                memset(G + ng, 0, (c->group + 1 - ng) * sizeof *G);
                ng = c->group + 1;
            }
            if (c->role == 'R')
                G[c->group].members++;
            else
                G[c->group].sender = nc - 1;
        } else if (line[0] == '>' || line[0] == '<') {
            Conn *c = &C[nc - 1];
            if (c->ns == c->cap)
                c->steps = realloc(c->steps, (c->cap = c->cap * 2 + 4) * sizeof(Step));
            Step *s = &c->steps[c->ns++];
            s->wait = line[0] == '<';
            s->b = unhex(line + 2, &s->n);
        } else if (line[0] == 'P') {
            int g, o;
            sscanf(line + 2, "%d %n", &g, &o);
            Group *x = &G[g];
            x->pub = unhex(line + 2 + o, &x->pn);
            unsigned char *p = memmem(x->pub, x->pn, "@@M", 3);
            if (!p) {
                fprintf(stderr, "no marker\n");
                return 1;
            }
            x->mark = p - x->pub;
        } else if (line[0] == 'E')
            reply = unhex(line + 2, &replyn);
    }
    for (int g = 0; g < ng; g++)
        G[g].at = malloc(sizeof(int64_t) * (G[g].members + 1));
    long sock0 = sock_kb(), pss0 = server_pss(pids);
    double cpu0 = server_cpu(pids);
    int64_t t = now(), limit = t + 240000000000LL;
    while (nready < nc) {
        while (started < nc && started - nready < 32) {
            open_conn(started);
            advance(&C[started]);
            started++;
        }
        pump(50);
        if (now() > limit) {
            fprintf(stderr, "handshakes stuck: %d of %d ready\n", nready, nc);
            return 3;
        }
    }
    double connect_s = (now() - t) / 1e9, connect_cpu = server_cpu(pids) - cpu0;
    for (int64_t e = now() + 1500000000LL; now() < e;)
        pump(50);               /* let presence storms etc. settle */
    if (!strcmp(mode, "idle")) {
        for (int64_t e = now() + (int64_t) (a * 1e9); now() < e;)
            pump(100);
        long pss1 = server_pss(pids), sock1 = sock_kb();
        printf
            ("{\"mode\":\"idle\",\"conns\":%d,\"pss0_kb\":%ld,\"pss1_kb\":%ld,\"kb_per_conn\":%.2f,\"tcp_mem_kb\":%ld,\"connect_s\":%.3f,\"connect_cpu_s\":%.2f}\n",
             nc, pss0, pss1, (pss1 - pss0) / (double) nc, sock1 - sock0, connect_s, connect_cpu);
        return 0;
    }
    if (!strcmp(mode, "latency")) {
        int R = (int) a, lost = 0, n = G[0].members;
        int64_t *fi = malloc(8 * R), *me = malloc(8 * R), *la = malloc(8 * R);
        int k = 0;
        for (int r = -3; r < R; r++) {  /* three warm-up rounds */
            publish(0);
            int64_t e = now() + 10000000000LL;
            while ((G[0].got < n || G[0].want_reply) && now() < e)
                pump(100);
            if (r >= 0) {
                if (G[0].got < n) {
                    lost += n - G[0].got;
                } else {
                    qsort(G[0].at, n, 8, cmp);
                    fi[k] = G[0].at[0];
                    me[k] = G[0].at[n / 2];
                    la[k] = G[0].at[n - 1];
                    k++;
                }
            }
            for (int64_t g = now() + (int64_t) (b * 1e6); now() < g;)
                pump(1);
        }
        qsort(fi, k, 8, cmp);
        qsort(me, k, 8, cmp);
        qsort(la, k, 8, cmp);
        if (!k) {
            printf("{\"mode\":\"latency\",\"n\":%d,\"rounds\":0,\"lost\":%d}\n", n, lost);
            return 4;
        }
        printf
            ("{\"mode\":\"latency\",\"n\":%d,\"rounds\":%d,\"lost\":%d,\"first_ms\":%.3f,\"median_ms\":%.3f,\"last_ms\":%.3f,\"last_p10_ms\":%.3f,\"last_p90_ms\":%.3f,\"connect_s\":%.3f}\n",
             n, k, lost, fi[k / 2] / 1e6, me[k / 2] / 1e6, la[k / 2] / 1e6, la[k / 10] / 1e6, la[k * 9 / 10] / 1e6,
             connect_s);
        return 0;
    }
    closed_mode = 1;
    for (int g = 0; g < ng; g++)
        publish(g);
    for (int64_t e = now() + (int64_t) (b * 1e9); now() < e;)
        pump(10);
    measuring = 1;
    cpu0 = server_cpu(pids);
    double own0 = own_cpu();
    t = now();
    for (int64_t e = t + (int64_t) (a * 1e9); now() < e;)
        pump(10);
    double s = (now() - t) / 1e9, cpu = server_cpu(pids) - cpu0, own = own_cpu() - own0;
    measuring = 0;
    stopping = 1;
    qsort(lat, nlat, 8, cmp);
    printf
        ("{\"mode\":\"closed\",\"groups\":%d,\"conns\":%d,\"deliveries_s\":%.0f,\"messages_s\":%.1f,\"last_p50_ms\":%.3f,\"last_p99_ms\":%.3f,\"server_cpu\":%.3f,\"client_cpu\":%.3f,\"per_server_cpu_s\":%.0f,\"connect_s\":%.3f}\n",
         ng, nc, deliveries / s, nlat / s, nlat ? lat[nlat / 2] / 1e6 : 0, nlat ? lat[nlat * 99 / 100] / 1e6 : 0,
         cpu / s, own / s, cpu > 0 ? deliveries / cpu : 0, connect_s);
    return 0;
}

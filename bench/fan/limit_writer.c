/* SPDX-License-Identifier: EUPL-1.2
 *
 * limit_writer - the physical limit of fan-out: an epoll server that writes the
 * payload to every already-open socket of a group with one send() each.
 * Protocol: "J<group>\n" -> "OK"; "P<group> <len>\n<payload>" -> payload to all.
 * build: gcc -O2 -o limit_writer limit_writer.c     usage: limit_writer PORT
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#define MAXG 20000
static struct {
    int *fd, n, c;
} G[MAXG];
static struct {
    char b[8192];
    int n;
} *in[65536];
int main(int argc, char **argv)
{
    int one = 1, l = socket(AF_INET, SOCK_STREAM, 0), ep = epoll_create1(0);
    setsockopt(l, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    struct sockaddr_in a = {.sin_family = AF_INET,.sin_port = htons(atoi(argv[1])),.sin_addr.s_addr =
            htonl(INADDR_LOOPBACK) };
    if (bind(l, (void *) &a, sizeof a) || listen(l, 4096)) {
        perror("listen");
        return 1;
    }
    struct epoll_event e = {.events = EPOLLIN,.data.fd = l }, ev[256];
    epoll_ctl(ep, EPOLL_CTL_ADD, l, &e);
    for (;;) {
        int k = epoll_wait(ep, ev, 256, -1);
        for (int i = 0; i < k; i++) {
            int fd = ev[i].data.fd;
            if (fd == l) {
                fd = accept4(l, NULL, NULL, SOCK_NONBLOCK);
                if (fd < 0)
                    continue;
                setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
                e.data.fd = fd;
                e.events = EPOLLIN;
                epoll_ctl(ep, EPOLL_CTL_ADD, fd, &e);
                in[fd] = calloc(1, sizeof *in[0]);
                continue;
            }
            int r = recv(fd, in[fd]->b + in[fd]->n, sizeof in[fd]->b - in[fd]->n, 0);
            if (r <= 0) {
                if (r < 0 && errno == EAGAIN)
                    continue;
                for (int g = 0; g < MAXG; g++)
                    for (int j = 0; j < G[g].n; j++)
                        if (G[g].fd[j] == fd)
                            G[g].fd[j--] = G[g].fd[--G[g].n];
                free(in[fd]);
                close(fd);
                continue;
            }
            in[fd]->n += r;
            char *p = in[fd]->b, *end = p + in[fd]->n, *nl;
            while ((nl = memchr(p, '\n', end - p))) {
                int g = atoi(p + 1);
                if (*p == 'J') {
                    if (G[g].n == G[g].c)
                        G[g].fd = realloc(G[g].fd, (G[g].c = G[g].c * 2 + 16) * sizeof(int));
                    G[g].fd[G[g].n++] = fd;
                    send(fd, "OK", 2, 0);
                    p = nl + 1;
                    continue;
                }
                char *sp = memchr(p, ' ', nl - p);
                int len = sp ? atoi(sp + 1) : 0;
                if (end - (nl + 1) < len)
                    break;
                for (int j = 0; j < G[g].n; j++)
                    while (send(G[g].fd[j], nl + 1, len, MSG_NOSIGNAL) < 0 && errno == EAGAIN);
                p = nl + 1 + len;
            }
            in[fd]->n = end - p;
            memmove(in[fd]->b, p, in[fd]->n);
        }
    }
}

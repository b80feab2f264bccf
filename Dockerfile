# syntax=docker/dockerfile:1
# Two stages: one builds the binary, one holds nothing but the binary, a C library and root certificates.

FROM docker.io/library/rust:1.95-slim-bookworm AS build
WORKDIR /build
COPY . .
RUN cargo build --release --locked --package dateline

# No shell, no package manager; runs as uid 65532.
FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /build/target/release/dateline /usr/local/bin/dateline
USER nonroot:nonroot
ENV DATELINE_BIND=0.0.0.0:8080 DATELINE_LOG_FORMAT=json
EXPOSE 8080
# The command gives up after 3 s by itself, and says why.
HEALTHCHECK --interval=10s --timeout=4s --start-period=5s --retries=3 CMD ["/usr/local/bin/dateline", "health"]
ENTRYPOINT ["/usr/local/bin/dateline"]
CMD ["serve"]

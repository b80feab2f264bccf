# syntax=docker/dockerfile:1
# Two stages: one builds the binary, the other holds only the binary, a C library, root certificates and the licences.
#   docker build -t dateline:0.2.0 .
# For two architectures: docker buildx build --platform linux/amd64,linux/arm64 -t registry.example/dateline:0.2.0 --push .
# Base images are named by tag so that a rebuild picks up their fixes; pin digests (tools such as Renovate keep them current) for
# builds that must be the same.

FROM docker.io/library/rust:1.95-slim-bookworm AS build
WORKDIR /build
COPY . .
# The caches keep downloaded and compiled dependencies between builds, so that a changed source file compiles only the crates that
# depend on it. rust-toolchain.toml is left out: the image's toolchain is the one it names, without components for development.
RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked \
    --mount=type=cache,target=/build/target,sharing=locked \
    cargo build --release --locked --package dateline && install -D -m 0755 target/release/dateline /out/dateline

# No shell, no package manager; runs as uid 65532.
FROM gcr.io/distroless/cc-debian12:nonroot
LABEL org.opencontainers.image.title="Dateline" \
    org.opencontainers.image.description="Extracts entities, quotes, events and times from news articles, over HTTP" \
    org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /out/dateline /usr/local/bin/dateline
# `docker run --rm dateline:0.2.0 licenses` prints these, and those of the libraries and of the data.
COPY LICENSE NOTICE /usr/share/doc/dateline/
COPY licenses /usr/share/doc/dateline/licenses
USER 65532:65532
ENV DATELINE_BIND=0.0.0.0:8080 DATELINE_LOG_FORMAT=json
EXPOSE 8080
# Asks the service at the address and port that it is configured with, TLS or not; it gives up after 3 s by itself, and says why.
HEALTHCHECK --interval=10s --timeout=4s --start-period=5s --retries=3 CMD ["/usr/local/bin/dateline", "health"]
ENTRYPOINT ["/usr/local/bin/dateline"]
CMD ["serve"]

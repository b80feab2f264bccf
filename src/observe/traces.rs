//! What is sent to an OpenTelemetry collector about a request, where the service is built and started to do so: a span for
//! the request, and one inside it for each stage that an article passes. Names, sizes and times only, as in the log.
//!
//! Spans are made when the answer is there, from times that are taken anyway, so that nothing waits for them. They leave in
//! batches, from a thread of their own; what a collector does not take is dropped.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant, SystemTime},
};

use async_trait::async_trait;
use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, Uri},
};
use http_body_util::BodyExt;
use opentelemetry::{
    Context, KeyValue,
    trace::{
        Span, SpanContext, SpanId, SpanKind, Status, TraceContextExt, TraceFlags, TraceId, TraceState, Tracer,
        TracerProvider,
    },
};
use opentelemetry_http::{Bytes, HttpClient, HttpError, Request, Response};
use opentelemetry_otlp::{ExporterBuildError, Protocol, SpanExporter, WithExportConfig, WithHttpConfig};
use opentelemetry_sdk::{
    Resource,
    trace::{SdkTracer, SdkTracerProvider},
};
use tokio::{runtime::Handle, time::timeout};

use super::metrics::{Arrival, ExtractionStats, Stage};
use crate::http::client;

/// Where collectors take traces, after their address.
const PATH: &str = "v1/traces";

/// Longest time that a collector gets to take a batch.
const TIMEOUT: Duration = Duration::from_secs(5);

/// A request that was answered.
pub struct Answered<'a> {
    /// The caller's trace context, where it sent a valid one.
    pub parent: Option<&'a HeaderValue>,
    /// The request's name.
    pub request_id: &'a str,
    /// Its method, if it is a known one.
    pub method: &'static str,
    /// The template of its path.
    pub route: &'a str,
    /// When its head had arrived.
    pub started: Instant,
    /// From then to the answer's head.
    pub took: Duration,
    /// The answer's status.
    pub status: StatusCode,
    /// The problem's code, or empty.
    pub code: &'static str,
    /// The article's sizes and times, where one was read.
    pub article: Option<(Arrival, ExtractionStats)>,
}

/// Tells a collector. Its last batch leaves with [`end`](Self::end).
#[derive(Debug)]
pub struct Traces {
    provider: SdkTracerProvider,
    tracer: SdkTracer,
}

impl Traces {
    /// Tells the collector at this address, over HTTP. Which requests are traced is up to the variables
    /// `OTEL_TRACES_SAMPLER` and `OTEL_TRACES_SAMPLER_ARG`; by default all but those whose caller asks not to.
    ///
    /// # Errors
    /// When a variable of OpenTelemetry's is set to what its exporter does not take.
    pub fn to(collector: &Uri, runtime: Handle) -> Result<Self, ExporterBuildError> {
        let exporter = SpanExporter::builder()
            .with_http()
            .with_protocol(Protocol::HttpBinary)
            .with_endpoint(format!("{}/{PATH}", collector.to_string().trim_end_matches('/')))
            .with_timeout(TIMEOUT)
            .with_http_client(Client { runtime, failing: AtomicBool::new(false) })
            .build()?;
        let resource = Resource::builder_empty().with_service_name("dateline");
        let resource = resource.with_attribute(KeyValue::new("service.version", env!("CARGO_PKG_VERSION"))).build();
        let provider = SdkTracerProvider::builder().with_resource(resource).with_batch_exporter(exporter).build();
        Ok(Self { tracer: provider.tracer("dateline"), provider })
    }

    /// Tells of one request.
    pub fn answered(&self, request: &Answered<'_>) {
        // What the system's clock showed at an instant of the past.
        let (now, clock) = (Instant::now(), SystemTime::now());
        let at = |instant: Instant| clock - now.saturating_duration_since(instant);
        let builder = self
            .tracer
            .span_builder(format!("{} {}", request.method, request.route))
            .with_kind(SpanKind::Server)
            .with_start_time(at(request.started))
            .with_attributes(attributes(request));
        let parent = request.parent.and_then(context).unwrap_or_default();
        let mut span = self.tracer.build_with_context(builder, &parent);
        if request.status.is_server_error() {
            span.set_status(Status::error(request.code));
        }
        let inside = Context::new().with_remote_span_context(span.span_context().clone());
        for (name, begun, took) in request.article.iter().flat_map(stages) {
            let builder = self.tracer.span_builder(name).with_start_time(at(begun));
            self.tracer.build_with_context(builder, &inside).end_with_timestamp(at(begun + took));
        }
        span.end_with_timestamp(at(request.started + request.took));
    }

    /// Sends what is left. Blocks for as long as a batch may take.
    pub fn end(&self) {
        if let Err(error) = self.provider.shutdown_with_timeout(TIMEOUT) {
            tracing::warn!(%error, "the last traces could not be sent");
        }
    }
}

/// By the semantic conventions of OpenTelemetry for HTTP, and the sizes that the log has.
fn attributes(request: &Answered<'_>) -> Vec<KeyValue> {
    let mut attributes = vec![
        KeyValue::new("http.request.method", request.method),
        KeyValue::new("http.route", request.route.to_owned()),
        KeyValue::new("http.response.status_code", i64::from(request.status.as_u16())),
        KeyValue::new("dateline.request_id", request.request_id.to_owned()),
    ];
    if !request.code.is_empty() {
        attributes.push(KeyValue::new("error.type", request.code));
    }
    if let Some((_, stats)) = request.article {
        let characters = i64::try_from(stats.text_chars).unwrap_or(i64::MAX);
        attributes.push(KeyValue::new("dateline.text_chars", characters));
    }
    attributes
}

/// The stages of an article, with when each began and how long it took: one follows on the other.
fn stages((arrival, stats): &(Arrival, ExtractionStats)) -> impl Iterator<Item = (&'static str, Instant, Duration)> {
    let before = [(Stage::Receive, arrival.received), (Stage::Parse, arrival.parsed)];
    before.into_iter().chain(stats.stages()).scan(arrival.begun, |begun, (stage, took)| {
        let this = *begun;
        *begun += took;
        Some((stage.as_str(), this, took))
    })
}

/// The caller's span, from a `traceparent` that was found valid.
fn context(traceparent: &HeaderValue) -> Option<Context> {
    let mut parts = traceparent.to_str().ok()?.split('-').skip(1);
    let trace = TraceId::from_hex(parts.next()?).ok()?;
    let span = SpanId::from_hex(parts.next()?).ok()?;
    let flags = TraceFlags::new(u8::from_str_radix(parts.next()?, 16).ok()?);
    let span = SpanContext::new(trace, span, flags, true, TraceState::NONE);
    Some(Context::new().with_remote_span_context(span))
}

/// Sends batches on the service's runtime, whichever thread asks for it.
#[derive(Debug)]
struct Client {
    runtime: Handle,
    /// Whether the last batch was not taken, so that a collector that is away is one line in the log.
    failing: AtomicBool,
}

#[async_trait]
impl HttpClient for Client {
    async fn send_bytes(&self, request: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
        let sent = self.runtime.spawn(async { timeout(TIMEOUT, exchange(request.map(Body::from))).await });
        let answer = match sent.await {
            Ok(Ok(answer)) => answer,
            Ok(Err(elapsed)) => Err(elapsed.into()),
            Err(ended) => Err(ended.into()),
        };
        let fails = !answer.as_ref().is_ok_and(|answer| answer.status().is_success());
        if fails && !self.failing.swap(true, Ordering::Relaxed) {
            let error = answer.as_ref().err().map(ToString::to_string);
            tracing::warn!(error, "the collector does not accept traces");
        }
        if !fails && self.failing.swap(false, Ordering::Relaxed) {
            tracing::info!("the collector accepts traces again");
        }
        answer
    }
}

/// Most bytes of a collector's answer that are read; it says little.
const ANSWER_BYTES_MAX: usize = 64 << 10;

async fn exchange(request: Request<Body>) -> Result<Response<Bytes>, HttpError> {
    let (head, body) = client::send(request).await?.into_parts();
    let body = http_body_util::Limited::new(body, ANSWER_BYTES_MAX).collect().await?.to_bytes();
    Ok(Response::from_parts(head, body))
}

//! What Prometheus reads.

use axum::{
    body::Body,
    http::{Method, Request},
};
use dateline::model::Model;
use serde_json::json;

use crate::support::Service;

#[tokio::test]
async fn answers_sizes_and_findings_are_counted() {
    let service = Service::new();
    service.extract(&json!({"body": "Rain fell on Tuesday."})).await;
    service.extract(&json!({"body": ""})).await;
    let reply = service.get("/metrics").await;
    assert_eq!(reply.header("content-type"), Some(dateline::observe::metrics::OPENMETRICS));
    let text = reply.text();
    for line in [
        r#"dateline_http_requests_total{route="/v1/extract",status="200",code=""} 1"#,
        r#"dateline_http_requests_total{route="/v1/extract",status="422",code="text_empty"} 1"#,
        r#"dateline_http_request_duration_seconds_count{route="/v1/extract"} 2"#,
        "dateline_text_characters_sum 21.0",
        r#"dateline_stage_duration_seconds_count{stage="receive"} 2"#,
        r#"dateline_stage_duration_seconds_count{stage="parse"} 2"#,
        r#"dateline_stage_duration_seconds_count{stage="queue"} 1"#,
        r#"dateline_stage_duration_seconds_count{stage="extract"} 1"#,
        r#"dateline_stage_duration_seconds_count{stage="serialise"} 1"#,
        r#"dateline_limit{of="requests_held"} 256"#,
        r#"dateline_findings_total{layer="quotes"} 0"#,
        &format!(
            r#"dateline_build_info{{version="{}",model="{}"}} 1"#,
            env!("CARGO_PKG_VERSION"),
            Model::embedded().id
        ),
    ] {
        assert!(text.lines().any(|found| found == line), "{line} is not in\n{text}");
    }
    assert!(text.ends_with("# EOF\n"));
}

#[tokio::test]
async fn no_request_can_add_a_time_series() {
    let service = Service::new();
    service.get("/none").await;
    service.get("/docs/none").await;
    let series = |text: &str| text.lines().filter(|line| line.starts_with("dateline_http_requests_total")).count();
    let method = |name: &str| Request::builder().method(Method::from_bytes(name.as_bytes()).unwrap());
    service.send(method("M").uri("/none").body(Body::empty()).unwrap()).await;
    let before = series(&service.get("/metrics").await.text());
    for i in 0..50 {
        service.get(&format!("/none/{i}?{i}={i}")).await;
        service.get(&format!("/docs/{i}")).await;
        service.send(method(&format!("M{i}")).uri("/none").body(Body::empty()).unwrap()).await;
    }
    // The first answer of /metrics was counted after it was written.
    assert_eq!(series(&service.get("/metrics").await.text()), before + 1);
}

#[tokio::test]
async fn alerts_and_the_dashboard_ask_for_metrics_that_there_are() {
    let service = Service::new();
    service.extract(&json!({"body": "Rain fell on Tuesday."})).await;
    let batch = crate::support::post_to("/v1/batch", "application/x-ndjson", "{\"body\":\"Rain fell.\"}");
    service.send(batch).await;
    let metrics = service.get("/metrics").await.text();
    let shown =
        |name: &str| metrics.lines().any(|line| line.starts_with(name) && line[name.len()..].starts_with(['{', ' ']));
    let files = [
        include_str!("../../deploy/prometheus/alerts.yml"),
        include_str!("../../deploy/grafana/dateline.json"),
        include_str!("../../deploy/kubernetes/optional/autoscaler.yaml"),
    ];
    for file in files {
        let words = file.split(|char: char| !char.is_ascii_alphanumeric() && char != '_');
        let names: std::collections::BTreeSet<_> = words.filter(|word| word.starts_with("dateline_")).collect();
        assert!(!names.is_empty());
        for name in names {
            assert!(shown(name), "{name} is not in\n{metrics}");
        }
    }
}

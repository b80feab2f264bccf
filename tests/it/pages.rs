//! What browsers get: pages, the description, preflights.

use axum::{
    body::Body,
    http::{HeaderValue, Request, header},
};
use dateline::{App, config::Limits, http::router, model::Model};
use flate2::read::GzDecoder;

use crate::support::{Reply, Service, send};

async fn get_with(service: &Service, path: &str, name: header::HeaderName, value: &str) -> Reply {
    service.send(Request::get(path).header(name, value).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn the_documentation_works_behind_a_path_prefix() {
    let service = Service::new();
    let redirect = service.get("/docs").await;
    assert!(redirect.status.is_redirection());
    let location = redirect.header("location").unwrap();
    assert!(!location.starts_with('/') && !location.contains("://"), "{location}");
    let page = service.get("/docs/").await;
    let mut files: Vec<String> = Vec::new();
    for attribute in ["src=\"", "href=\""] {
        let links = page.text();
        let links = links.split(attribute).skip(1).filter_map(|rest| rest.split('"').next());
        files.extend(links.filter(|link| !link.starts_with("data:")).map(str::to_owned));
    }
    assert!(!files.is_empty());
    for file in &files {
        assert!(!file.starts_with('/') && !file.contains("://"), "{file}");
        let path = file.strip_prefix("../").map_or_else(|| format!("/docs/{file}"), |outside| format!("/{outside}"));
        assert_eq!(service.get(&path).await.status, 200, "{file}");
    }
    let start = service.get("/docs/docs.js").await.text();
    assert!(start.contains("../openapi.json") && !start.contains("\"/openapi.json"), "{start}");
}

#[tokio::test]
async fn pages_read_their_own_files_only_and_stand_in_no_frame() {
    let service = Service::new();
    let page = service.get("/docs/").await;
    let policy = page.header("content-security-policy").unwrap();
    for part in ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"] {
        assert!(policy.contains(part), "{policy}");
    }
    assert_eq!(page.header("x-frame-options"), Some("DENY"));
    assert!(!page.text().contains("<script>"), "a script in the page would not run");
    assert_eq!(service.get("/v1/info").await.header("content-security-policy"), None);
}

#[tokio::test]
async fn the_description_is_sent_again_only_when_it_changed() {
    let service = Service::new();
    let first = service.get("/openapi.json").await;
    assert_eq!(first.header("cache-control"), Some("no-cache"));
    let tag = first.header("etag").unwrap().to_owned();
    assert!(tag.starts_with('"') && tag.ends_with('"'));
    let weak = format!("W/{tag}");
    for known in [tag.as_str(), &weak, "*", &format!("\"other\", {tag}")] {
        let reply = get_with(&service, "/openapi.json", header::IF_NONE_MATCH, known).await;
        assert_eq!(
            (reply.status.as_u16(), reply.bytes.len(), reply.header("etag")),
            (304, 0, Some(tag.as_str())),
            "{known}"
        );
    }
    let changed = get_with(&service, "/openapi.json", header::IF_NONE_MATCH, "\"other\"").await;
    assert_eq!((changed.status.as_u16(), &changed.bytes), (200, &first.bytes));
    let compressed = get_with(&service, "/openapi.json", header::ACCEPT_ENCODING, "gzip").await;
    assert_eq!(compressed.header("etag"), Some(weak.as_str()));
    assert_eq!(std::io::read_to_string(GzDecoder::new(&compressed.bytes[..])).unwrap(), first.text());
    assert_eq!(service.get("/v1/info").await.header("cache-control"), Some("no-store"));
}

#[tokio::test]
async fn a_browser_remembers_what_a_page_may_send() {
    let app = App::new(Limits::default(), Model::embedded());
    let router = router::router(&app, &[HeaderValue::from_static("https://news.example")]);
    let preflight = Request::options("/v1/extract")
        .header(header::ORIGIN, "https://news.example")
        .header(header::ACCESS_CONTROL_REQUEST_METHOD, "POST")
        .body(Body::empty())
        .unwrap();
    assert_eq!(send(router, preflight).await.header("access-control-max-age"), Some("7200"));
}

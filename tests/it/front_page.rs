//! `GET /`: the playground for browsers, an index for everything else.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use dateline::{App, config::Limits, http::router, model::Model};

use crate::support::{Reply, Service};

const BROWSER: (&str, &str) = ("accept", "text/html,application/xhtml+xml,*/*;q=0.8");

async fn get_with(service: &Service, path: &str, (name, value): (&str, &str)) -> Reply {
    service.send(Request::get(path).header(name, value).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_browser_gets_the_page_and_others_an_index_whose_addresses_exist() {
    let service = Service::new();
    let page = get_with(&service, "/", BROWSER).await;
    assert_eq!((page.status, page.header("content-type")), (StatusCode::OK, Some("text/html; charset=utf-8")));
    assert!(page.header("content-security-policy").unwrap().starts_with("default-src 'none'; script-src 'self'"));
    let links: Vec<String> = ["href=\"", "src=\""]
        .iter()
        .flat_map(|attribute| {
            let text = page.text();
            text.split(attribute)
                .skip(1)
                .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
                .collect::<Vec<_>>()
        })
        .filter(|link| link.starts_with("playground/"))
        .collect();
    assert!(links.len() >= 6, "{links:?}");
    for link in links {
        assert_eq!(service.get(&format!("/{link}")).await.status, StatusCode::OK, "{link}");
    }
    let index = service.get("/").await;
    assert_eq!(index.header("content-type"), Some("application/json"));
    assert_eq!(index.header("vary").map(|vary| vary.contains("accept")), Some(true));
    for name in ["documentation", "openapi", "info"] {
        let path = index.json()[name].as_str().unwrap().to_owned();
        assert_eq!(service.get(&format!("/{path}")).await.status, StatusCode::OK, "{path}");
    }
    assert_eq!(service.get("/favicon.ico").await.header("content-type"), Some("image/svg+xml"));
    assert_eq!(service.get("/playground/none.js").await.code(), "not_found");
}

#[tokio::test]
async fn a_file_that_has_not_changed_is_not_sent_again() {
    let service = Service::new();
    let first = service.get("/playground/js/app.js").await;
    let tag = first.header("etag").unwrap();
    let again = get_with(&service, "/playground/js/app.js", ("if-none-match", tag)).await;
    assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    let weak = format!("W/{tag}");
    let again = get_with(&service, "/playground/js/app.js", ("if-none-match", &weak)).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn a_service_without_the_playground_has_no_page() {
    let app = App { has_playground: false, ..App::new(Limits::default(), Model::embedded()) };
    let service = Service { router: router::router(&app, &[]), app };
    assert_eq!(get_with(&service, "/", BROWSER).await.header("content-type"), Some("application/json"));
    assert_eq!(service.get("/playground/js/app.js").await.code(), "not_found");
}

import ArgumentParser

/// What a host needs, as one file in the journal's folder.
enum Recipe: String, ExpressibleByArgument, CaseIterable {
  case github, gitlab, docker, nginx, caddy, apache, make
  case githubParts = "github-parts"

  var path: String {
    switch self {
    case .github: ".github/workflows/publish.yml"
    case .gitlab: ".gitlab-ci.yml"
    case .docker: "Dockerfile"
    case .nginx: "nginx.conf"
    case .caddy: "Caddyfile"
    case .apache: "apache.conf"
    case .make: "parts.mk"
    case .githubParts: ".github/workflows/publish.yml"
    }
  }

  var advice: String {
    switch self {
    case .github, .githubParts:
      "Set the variable FASCICLE_URL and the source 'GitHub Actions' of Pages on GitHub."
    case .gitlab: "Set the variable FASCICLE_URL in the settings of the project on GitLab."
    case .docker: "docker build --build-arg FASCICLE_URL=… --tag journal . makes the image."
    case .nginx:
      "Write the name of your host and its folder into the file, and include it in 'http'."
    case .caddy: "Write the name of your host and its folder into the file."
    case .apache: "Write the folder of your host into the file, and include it in the server."
    case .make: "make --file parts.mk --jobs 4 PARTS=4 builds the site in four processes."
    }
  }

  var text: String {
    switch self {
    case .github: Self.githubText
    case .gitlab: Self.gitlabText
    case .docker: Self.dockerText
    case .nginx: Self.nginxText
    case .caddy: Self.caddyText
    case .apache: Self.apacheText
    case .make: Self.makeText
    case .githubParts: Self.githubPartsText
    }
  }

  private static let gitlabText = """
    # Checks the journal on every push and publishes the default branch with GitLab Pages.
    image: debian:12
    before_script:
      - apt-get update -qq && apt-get install -qq --no-install-recommends ca-certificates curl
      - curl --fail --location "$FASCICLE_URL" | tar -xz -C /usr/local --strip-components=1
    check:
      script:
        - fascicle check
      rules:
        - if: $CI_COMMIT_BRANCH != $CI_DEFAULT_BRANCH
    pages:
      script:
        - fascicle build --output public
      artifacts:
        paths: [public]
      rules:
        - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

    """

  private static let dockerText = """
    # The program, and the site of this journal: docker run --volume "$PWD:/journal" journal build
    FROM debian:12-slim
    ARG FASCICLE_URL
    RUN apt-get update -qq \\
     && apt-get install -qq --no-install-recommends ca-certificates curl git openssh-client rclone rsync \\
     && curl --fail --location "$FASCICLE_URL" | tar -xz -C /usr/local --strip-components=1 \\
     && rm -rf /var/lib/apt/lists/*
    WORKDIR /journal
    COPY . .
    ENTRYPOINT ["fascicle"]
    CMD ["build"]

    """

  private static let nginxText = """
    # Include this in 'http'. Old addresses: include nginx-redirects.conf of the site before it, and
    # add to 'server': if ($moved) { return 301 $moved; }
    server {
      listen 80;
      server_name journal.example.org;
      root /var/www/journal;
      index index.html;
      error_page 404 /404.html;
      add_header X-Content-Type-Options nosniff always;
      include mime.types;
      types {
        application/x-bibtex bib;
        application/x-research-info-systems ris;
        application/x-endnote-refer enw;
        text/plain txt;
      }
      charset utf-8;
      location / { try_files $uri $uri/ =404; }
      location ~ /\\.(?!well-known/) { return 404; }
      location ~ \\.csl\\.json$ {
        types { }
        default_type application/vnd.citationstyles.csl+json;
      }
      location ~ /linkset\\.json$ {
        types { }
        default_type application/linkset+json;
      }
      location = /feed.xml {
        types { }
        default_type application/atom+xml;
      }
      location /assets/ {
        add_header X-Content-Type-Options nosniff always;
        add_header Cache-Control "public, max-age=31536000, immutable";
      }
    }

    """

  private static let caddyText = """
    journal.example.org {
      root * /var/www/journal
      header X-Content-Type-Options nosniff
      header /assets/* Cache-Control "public, max-age=31536000, immutable"
      header *.bib Content-Type "application/x-bibtex; charset=utf-8"
      header *.ris Content-Type "application/x-research-info-systems; charset=utf-8"
      header *.enw Content-Type "application/x-endnote-refer; charset=utf-8"
      header *.csl.json Content-Type application/vnd.citationstyles.csl+json
      header */linkset.json Content-Type application/linkset+json
      header /feed.xml Content-Type "application/atom+xml; charset=utf-8"
      @hidden {
        path */.*
        not path /.well-known/*
      }
      respond @hidden 404
      handle_errors {
        rewrite * /404.html
        file_server
      }
      file_server
    }

    """

  private static let apacheText = """
    # Include this in the server. AllowOverride lets it read .htaccess, which holds old addresses.
    <Directory /var/www/journal>
      Require all granted
      AllowOverride FileInfo
      Options -Indexes
      DirectoryIndex index.html
      ErrorDocument 404 /404.html
      AddDefaultCharset utf-8
      AddType application/x-bibtex .bib
      AddType application/x-research-info-systems .ris
      AddType application/x-endnote-refer .enw
      <FilesMatch "\\.csl\\.json$">
        ForceType application/vnd.citationstyles.csl+json
      </FilesMatch>
      <Files "linkset.json">
        ForceType application/linkset+json
      </Files>
      <Files "feed.xml">
        ForceType application/atom+xml
      </Files>
      <IfModule mod_headers.c>
        Header set X-Content-Type-Options nosniff
        <If "%{REQUEST_URI} =~ m#/assets/#">
          Header set Cache-Control "public, max-age=31536000, immutable"
        </If>
      </IfModule>
    </Directory>

    """
}
